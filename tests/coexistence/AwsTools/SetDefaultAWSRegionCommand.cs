using System.Management.Automation;

namespace Amazon.PowerShell.Common;

/// <summary>Keeps the code of a Region in the session.</summary>
[Cmdlet(VerbsCommon.Set, "DefaultAWSRegion")]
public sealed class SetDefaultAWSRegionCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Region { get; set; } = string.Empty;

    protected override void ProcessRecord() => SessionState.PSVariable.Set("StoredAWSRegion", RegionEndpoint.GetBySystemName(Region).SystemName);
}
