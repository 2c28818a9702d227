using System.Globalization;

namespace CisPosture;

/// <summary>A scan as a store keeps it: when, of what, and what it came to. Emitted by Save-CisFinding and Get-CisScan.</summary>
public sealed record CisScan
{
    /// <summary>The number in the store, in the order of saving.</summary>
    public required long ScanId { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When its evidence was read; the earliest time where there are several.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>The accounts in scope.</summary>
    public required IReadOnlyList<string> AccountIds { get; init; }

    /// <summary>The Regions in scope.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The controls in scope.</summary>
    public required IReadOnlyList<string> ControlIds { get; init; }

    /// <summary>How many findings it has.</summary>
    public required int FindingCount { get; init; }

    /// <summary>How many of them passed.</summary>
    public required int PassedCount { get; init; }

    /// <summary>How many failed and are not suppressed.</summary>
    public required int FailedCount { get; init; }

    /// <summary>How many are warnings and not suppressed.</summary>
    public required int WarningCount { get; init; }

    /// <summary>How many have no verdict and are not suppressed.</summary>
    public required int NotAvailableCount { get; init; }

    /// <summary>How many are suppressed.</summary>
    public required int SuppressedCount { get; init; }

    /// <summary>Passed controls among those that count, in percent, as Measure-CisFinding reckons; null where there are none.</summary>
    public required double? Score { get; init; }

    /// <summary>How many of them were not there before.</summary>
    public required int NewCount { get; init; }

    /// <summary>How many of them came back.</summary>
    public required int ReopenedCount { get; init; }

    /// <summary>How many earlier ones it found to pass or to be gone.</summary>
    public required int ResolvedCount { get; init; }

    /// <summary>How many have another status than before in any other way.</summary>
    public required int ChangedCount { get; init; }

    /// <summary>The version of the module that saved it.</summary>
    public required string ModuleVersion { get; init; }

    /// <summary>One line, such as "Scan 12: 70 findings, 2 new, 0 reopened, 1 resolved, 0 changed.".</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "Scan {0}: {1} findings, {2} new, {3} reopened, {4} resolved, {5} changed.",
        ScanId,
        FindingCount,
        NewCount,
        ReopenedCount,
        ResolvedCount,
        ChangedCount);
}
