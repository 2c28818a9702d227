namespace CisPosture.Findings;

/// <summary>
/// Compares two sets of findings. Only what a set looked at counts: a finding that is missing from a set that did not look there, or could
/// not read, has neither come nor gone.
/// </summary>
internal sealed class FindingComparer
{
    private readonly Dictionary<string, CisFinding> _reference;
    private readonly Dictionary<string, CisFinding> _difference;
    private readonly ScanCoverage _coveredBefore = new();
    private readonly ScanCoverage _coveredAfter = new();

    private FindingComparer(IEnumerable<CisFinding> reference, IEnumerable<CisFinding> difference)
    {
        _reference = Index(reference, _coveredBefore);
        _difference = Index(difference, _coveredAfter);
    }

    /// <summary>Compares.</summary>
    /// <param name="reference">The earlier set.</param>
    /// <param name="difference">The later set.</param>
    /// <returns>What became of each finding that is or was not passed, in the order of control, account, Region and resource.</returns>
    public static IReadOnlyList<CisFindingChange> Compare(IEnumerable<CisFinding> reference, IEnumerable<CisFinding> difference) =>
        new FindingComparer(reference, difference).Compare();

    private static Dictionary<string, CisFinding> Index(IEnumerable<CisFinding> findings, ScanCoverage coverage)
    {
        var byId = new Dictionary<string, CisFinding>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            byId[finding.FindingId] = finding;
            coverage.Add(finding);
        }

        return byId;
    }

    private static bool IsFault(CisFinding? finding) => finding?.Verdict is FindingStatus.Failed or FindingStatus.Warning;

    private IReadOnlyList<CisFindingChange> Compare()
    {
        var changes = _difference.Values
            .Select(after => CompareWith(_reference.TryGetValue(after.FindingId, out var before) ? before : null, after))
            .Concat(_reference.Values.Where(before => !_difference.ContainsKey(before.FindingId)).Select(Missing));
        return
        [
            .. changes
                .OfType<CisFindingChange>()
                .OrderBy(change => CisPosture.ControlId.Parse(change.ControlId))
                .ThenBy(change => change.AccountId, StringComparer.Ordinal)
                .ThenBy(change => change.Region, StringComparer.Ordinal)
                .ThenBy(change => change.ResourceId, StringComparer.Ordinal),
        ];
    }

    private CisFindingChange? CompareWith(CisFinding? before, CisFinding after) => after.Verdict switch
    {
        FindingStatus.Passed => Passed(before, after),
        FindingStatus.NotAvailable => Unavailable(before, after),
        _ when !IsFault(before) => CisFindingChange.Of(FindingDifference.New, before, after, Arrival(before, after)),
        _ when HasChanged(before!, after) => CisFindingChange.Of(FindingDifference.Changed, before, after, $"Was {before!.Status}: {before.Reason} Now {after.Status}: {after.Reason}"),
        _ => CisFindingChange.Of(FindingDifference.StillFailing, before, after, after.Reason),
    };

    private static bool HasChanged(CisFinding before, CisFinding after) =>
        before.Status != after.Status || before.Severity != after.Severity || before.ReasonCode != after.ReasonCode || before.Reason != after.Reason;

    private static CisFindingChange? Passed(CisFinding? before, CisFinding after) => before?.Verdict switch
    {
        FindingStatus.Failed or FindingStatus.Warning => CisFindingChange.Of(FindingDifference.Fixed, before, after, after.Reason),
        FindingStatus.NotAvailable => CisFindingChange.Of(FindingDifference.Changed, before, after, $"Was not available, and passes: {after.Reason}"),
        _ => null,
    };

    private static CisFindingChange? Unavailable(CisFinding? before, CisFinding after) =>
        before?.Verdict == FindingStatus.NotAvailable ? null : CisFindingChange.Of(FindingDifference.NotJudged, before, after, after.Reason);

    private string Arrival(CisFinding? before, CisFinding after) => before?.Verdict switch
    {
        null when !_coveredBefore.Covers(after) => $"{after.Reason} The reference did not judge it.",
        FindingStatus.NotAvailable => $"{after.Reason} It could not be judged before.",
        _ => after.Reason,
    };

    private CisFindingChange? Missing(CisFinding before)
    {
        if (!IsFault(before))
        {
            return null;
        }

        if (!_coveredAfter.Covers(before))
        {
            return CisFindingChange.Of(FindingDifference.NotJudged, before, after: null, $"Not judged again: the scan did not look there, or could not read. Was: {before.Reason}");
        }

        var isFolded = _coveredAfter.Of(before.Control, before.AccountId)!.FoldsPassed(before.Region);
        return isFolded
            ? CisFindingChange.Of(FindingDifference.Fixed, before, after: null, $"Passes or is gone; the scan lists what passed as one finding. Was: {before.Reason}")
            : CisFindingChange.Of(FindingDifference.GoneResource, before, after: null, $"Is there no more. Was: {before.Reason}");
    }
}
