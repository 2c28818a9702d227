using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// Mends trails for findings of the controls 2.1, 2.2, 2.4 and 2.7: lets one record everything, signs its log files, delivers to CloudWatch Logs,
/// encrypts.
/// </summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisCloudTrail", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisCloudTrailCommand : RepairCmdlet
{
    /// <summary>2.1 in an account without a trail of its own: the bucket for the log files of a new one, made where it does not exist.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Bucket)]
    public string? BucketName { get; set; }

    /// <summary>2.4: the log group to deliver to; without it, one is made for each trail.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.LogGroup)]
    public string? LogGroupName { get; set; }

    /// <summary>2.4: how many days a log group that is made keeps its events.</summary>
    [Parameter]
    [ValidateSet("1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922", "3288", "3653")]
    public int RetentionDays { get; set; } = 365;

    /// <summary>2.7: the KMS keys to encrypt with, by id, ARN or alias; each trail takes the one in the Region of its bucket.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] KmsKeyId { get; set; } = [];

    private protected override RepairOptions OptionsOf(string command) =>
        new CloudTrailOptions { BucketName = BucketName, LogGroupName = LogGroupName, RetentionDays = RetentionDays, KmsKeyIds = KmsKeyId };
}
