namespace CisPosture.Suppressions;

/// <summary>A rule that accepts findings for a time.</summary>
internal sealed record SuppressionRule
{
    /// <summary>The line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>The controls it is about.</summary>
    public required IReadOnlyCollection<ControlId> Controls { get; init; }

    public required IReadOnlyList<TextPattern> Accounts { get; init; }

    public required IReadOnlyList<TextPattern> Regions { get; init; }

    public required IReadOnlyList<TextPattern> Resources { get; init; }

    public required string Reason { get; init; }

    public required string? Owner { get; init; }

    public required SuppressionExpiry Expires { get; init; }

    /// <summary>True where the rule is about a finding, whatever its status.</summary>
    public bool IsAbout(CisFinding finding) =>
        Controls.Contains(finding.Control)
        && Matches(Accounts, finding.AccountId)
        && Matches(Regions, finding.Region)
        && Matches(Resources, finding.ResourceId);

    // No pattern stands for all.
    private static bool Matches(IReadOnlyList<TextPattern> patterns, string text) => patterns.Count == 0 || patterns.Any(pattern => pattern.Matches(text));
}
