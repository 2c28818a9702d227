using CisPosture.Findings;
using CisPosture.Suppressions;

namespace CisPosture.Commands;

/// <summary>
/// What findings are held against as they come: rules that accept some of them, findings that were known before, and the severity from
/// which on a failed one fails the command. Accounts that are judged at the same time share it.
/// </summary>
internal sealed class FindingTriage
{
    private readonly object _gate = new();
    private readonly SuppressionSet? _suppressions;
    private readonly FindingBaseline? _baseline;
    private readonly Severity? _failOn;
    private readonly DateTimeOffset _now;
    private readonly SortedDictionary<Severity, int> _alarming = [];

    public FindingTriage(SuppressionSet? suppressions, FindingBaseline? baseline, Severity? failOn, DateTimeOffset now)
    {
        _suppressions = suppressions;
        _baseline = baseline;
        _failOn = failOn;
        _now = now;
    }

    /// <summary>Marks a finding with the rule that accepts it and with what became of it, and counts it where it counts.</summary>
    public CisFinding Settle(CisFinding finding)
    {
        lock (_gate)
        {
            var compared = _baseline is null ? finding : _baseline.Compare(finding);
            var settled = _suppressions is null ? compared : _suppressions.Apply(compared, _now);
            Count(settled);
            return settled;
        }
    }

    /// <summary>What to say of rules before anything is judged.</summary>
    public IEnumerable<SuppressionProblem> Expired() => _suppressions?.Expired(_now) ?? [];

    /// <summary>What to say of rules once everything is judged.</summary>
    public IEnumerable<SuppressionProblem> Unused(IEnumerable<CisControl> judged) => _suppressions?.Unused(judged.Select(control => control.Number), _now) ?? [];

    /// <summary>Fails where a finding that counts is grave enough.</summary>
    /// <exception cref="PostureException">There is one.</exception>
    public void RequireNoneFailed()
    {
        if (_alarming.Count == 0)
        {
            return;
        }

        var count = _alarming.Values.Sum();
        var parts = string.Join(", ", _alarming.Reverse().Select(severity => FormattableString.Invariant($"{severity.Value} {severity.Key}")));
        var kind = _baseline is null ? string.Empty : "new ";
        var verb = count == 1 ? "finding of severity" : "findings of severity";
        throw new PostureException(
            ErrorId.FindingsFailed,
            FormattableString.Invariant($"{count} {kind}{verb} {_failOn} or above failed: {parts}. Mend them, or accept them by a rule of -SuppressionPath."),
            _failOn);
    }

    private void Count(CisFinding finding)
    {
        if (_failOn is not { } threshold || finding.Verdict != FindingStatus.Failed || finding.Suppression is not null || IsKnown(finding))
        {
            return;
        }

        var severity = (Severity)Enum.Parse(typeof(Severity), finding.Severity);
        if (severity >= threshold)
        {
            _alarming[severity] = _alarming.TryGetValue(severity, out var count) ? count + 1 : 1;
        }
    }

    private bool IsKnown(CisFinding finding) => _baseline is not null && finding.ChangeKind != nameof(ChangeKind.New);
}
