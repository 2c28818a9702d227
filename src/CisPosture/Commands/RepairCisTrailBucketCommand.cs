using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Closes the buckets of trails to the public and logs who reads them, for findings of the controls 2.3 and 2.6.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisTrailBucket", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisTrailBucketCommand : RepairCmdlet
{
    /// <summary>2.6: the bucket to log access into, made where it does not exist. In Regions where it does not lie, one with the Region's name behind its own.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.BucketInEachRegion)]
    public string? LogBucketName { get; set; }

    private protected override RepairOptions OptionsOf(string command) => new TrailBucketOptions { LogBucketName = LogBucketName };
}
