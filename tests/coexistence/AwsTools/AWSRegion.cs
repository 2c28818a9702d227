namespace Amazon.PowerShell.Common;

/// <summary>What Get-AWSRegion writes.</summary>
public sealed class AWSRegion
{
    public AWSRegion(RegionEndpoint endpoint) => (Region, Name) = (endpoint.SystemName, endpoint.DisplayName);

    public string Region { get; }

    public string Name { get; }

    public override string ToString() => Region;
}
