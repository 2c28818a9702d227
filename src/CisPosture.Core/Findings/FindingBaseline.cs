namespace CisPosture.Findings;

/// <summary>Findings that were known before, so that only what came since need alarm anybody.</summary>
internal sealed class FindingBaseline
{
    private readonly Dictionary<string, FindingStatus> _known = new(StringComparer.Ordinal);

    public FindingBaseline(IEnumerable<CisFinding> findings)
    {
        foreach (var finding in findings)
        {
            _known[finding.FindingId] = finding.Verdict;
        }
    }

    /// <summary>Says what became of a finding since the baseline.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The finding with its change.</returns>
    public CisFinding Compare(CisFinding finding)
    {
        FindingStatus? before = _known.TryGetValue(finding.FindingId, out var status) ? status : null;
        var state = before is { } known ? FindingLifecycle.Next(FindingState.Unknown, before: null, known).State : FindingState.Unknown;
        return finding with { ChangeKind = FindingLifecycle.Next(state, before, finding.Verdict).Kind.ToString() };
    }
}
