namespace CisPosture.Findings;

/// <summary>Which findings to read. An empty list asks for all.</summary>
public sealed record FindingQuery
{
    /// <summary>Statuses. A finding that was resolved counts as passed.</summary>
    public IReadOnlyList<FindingStatus> Statuses { get; init; } = [];

    /// <summary>Severities.</summary>
    public IReadOnlyList<Severity> Severities { get; init; } = [];

    /// <summary>Control numbers, or patterns such as 3.*.</summary>
    public IReadOnlyList<TextPattern> ControlIds { get; init; } = [];

    /// <summary>Accounts, or patterns for them.</summary>
    public IReadOnlyList<TextPattern> AccountIds { get; init; } = [];

    /// <summary>Regions, or patterns for them.</summary>
    public IReadOnlyList<TextPattern> Regions { get; init; } = [];

    /// <summary>Resources, or patterns for them.</summary>
    public IReadOnlyList<TextPattern> ResourceIds { get; init; } = [];

    /// <summary>Changes. With them, findings that were resolved are read too, which otherwise are left out.</summary>
    public IReadOnlyList<ChangeKind> Changes { get; init; } = [];

    /// <summary>A scan of the store, whose findings are read as they were then; null for the latest of each control and account.</summary>
    public long? ScanId { get; init; }

    /// <summary>Reads what changed in scans saved at this time or later, instead of what is there now; null for no such limit.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True where a finding is one of those asked for, by its own members; scans and times are left to a store.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>Whether it matches.</returns>
    public bool Matches(CisFinding finding) =>
        Has(Statuses, finding.Verdict)
        && Has(Severities, (Severity)Enum.Parse(typeof(Severity), finding.Severity))
        && Has(ControlIds, finding.Control.ToString())
        && Has(AccountIds, finding.AccountId)
        && Has(Regions, finding.Region)
        && Has(ResourceIds, finding.ResourceId)
        && (Changes.Count == 0 || Changes.Any(change => change.ToString() == finding.ChangeKind));

    private static bool Has<T>(IReadOnlyList<T> wanted, T value) => wanted.Count == 0 || wanted.Contains(value);

    private static bool Has(IReadOnlyList<TextPattern> wanted, string value) => wanted.Count == 0 || wanted.Any(pattern => pattern.Matches(value));
}
