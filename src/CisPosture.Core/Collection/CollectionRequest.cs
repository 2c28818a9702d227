using CisPosture.Accounts;

namespace CisPosture.Collection;

/// <summary>What to read of an account, and where.</summary>
public sealed record CollectionRequest
{
    /// <summary>The kinds of evidence.</summary>
    public required IReadOnlyCollection<EvidenceKind> Kinds { get; init; }

    /// <summary>The Regions to read; empty for every enabled one.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Regions to leave out.</summary>
    public IReadOnlyList<string> ExcludedRegions { get; init; } = [];

    /// <summary>ARNs of users that were just changed: their credentials are read live even where the credential report, which may be hours old, tells of them.</summary>
    public IReadOnlyList<string> ChangedUsers { get; init; } = [];
}
