using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Lets AWS Config record all resources of a Region and deliver what it records, for findings of control 2.5.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisConfigRecorder", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisConfigRecorderCommand : RepairCmdlet
{
    /// <summary>The bucket for Regions that have no delivery channel, or one whose bucket is gone; made where it does not exist.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Bucket)]
    public string? ConfigBucketName { get; set; }

    private protected override RepairOptions OptionsOf(string command) => new ConfigRecorderOptions { ConfigBucketName = ConfigBucketName };
}
