using System.Management.Automation;

namespace Amazon.PowerShell.Common;

/// <summary>Writes a Region that the SDK knows.</summary>
[Cmdlet(VerbsCommon.Get, "AWSRegion")]
[OutputType(typeof(AWSRegion))]
public sealed class GetAWSRegionCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string SystemName { get; set; } = string.Empty;

    protected override void ProcessRecord() => WriteObject(new AWSRegion(RegionEndpoint.GetBySystemName(SystemName)));
}
