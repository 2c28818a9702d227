using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>A cmdlet that reads a live account.</summary>
public abstract class ScanCmdlet : AccountCmdlet
{
    /// <summary>The Regions to read; all enabled ones where it is left out. The first also serves the calls that have no Region.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    public string[]? Region { get; set; }

    /// <summary>Regions to leave out.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludeRegion { get; set; }

    private protected sealed override string? ConnectionRegion => Region?[0];

    /// <summary>Refuses names that cannot be Regions before anything is sent.</summary>
    private protected override void Begin() => CheckRegions((Region ?? []).Concat(ExcludeRegion ?? []));

    /// <summary>The account as the user named it.</summary>
    /// <returns>A connection that the pool can open.</returns>
    private protected LiveAccount Account() => Account(Region ?? [], ExcludeRegion ?? []);
}
