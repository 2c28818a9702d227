using CisPosture.Accounts;
using CisPosture.FilterPatterns;

namespace CisPosture.Controls.Monitoring;

/// <summary>1.1 and 3.1–3.14: an alarm tells a subscriber of certain events that a trail records.</summary>
internal sealed class MetricAlarmControl : Control
{
    private readonly IReadOnlyList<FilterPattern> _references;
    private readonly string? _blindSpot;

    /// <param name="definition">The row of the catalogue, which has the pattern.</param>
    /// <param name="blindSpot">What the benchmark's pattern does not select although it belongs to the subject.</param>
    public MetricAlarmControl(CisControl definition, string? blindSpot = null)
        : base(definition)
    {
        _references = [.. definition.LaterFilterPatterns.Prepend(definition.FilterPattern!).Select(FilterPattern.Parse)];
        _blindSpot = blindSpot;
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) =>
    [
        EvidenceKind.Trails, EvidenceKind.TrailStatus, EvidenceKind.TrailEventSelectors,
        EvidenceKind.MetricFilters, EvidenceKind.Alarms, EvidenceKind.TopicSubscriptions,
    ];

    public override IReadOnlyList<EvidenceKind> Welcomes(ControlSettings settings) => [EvidenceKind.TrailLogGroups];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 account is told of these events by an alarm." : $"{count} accounts are told of these events by an alarm.";

    public override IEnumerable<Verdict> Judge(AccountEvidence evidence, ControlSettings settings)
    {
        var (rules, matching) = Rules(evidence, settings);
        var verdict = Decide(evidence, rules, matching, isStrict: false);
        var strict = Decide(evidence, rules, matching, isStrict: true);
        var agrees = verdict.Status == strict.Status && verdict.ReasonCode == strict.ReasonCode;
        return [agrees ? verdict : verdict with { Strict = strict }];
    }

    /// <summary>The path that decides, for whoever wants to complete it.</summary>
    public ChainPath Follow(AccountEvidence evidence, ControlSettings settings)
    {
        var (rules, matching) = Rules(evidence, settings);
        return new ChainSearch(evidence, rules, matching, isStrict: false).Decide();
    }

    private (ChainRules Rules, FilterMatching Matching) Rules(AccountEvidence evidence, ControlSettings settings)
    {
        var rules = ChainRules.Of(_references, settings);
        return (rules, new FilterMatching(evidence, rules));
    }

    private Verdict Decide(AccountEvidence evidence, ChainRules rules, FilterMatching matching, bool isStrict)
    {
        var path = new ChainSearch(evidence, rules, matching, isStrict).Decide();
        var verdict = path.ToVerdict(JudgedResource.Account(evidence));
        return verdict.Status == FindingStatus.Passed && _blindSpot is not null
            ? verdict with { Notes = [.. verdict.Notes, $"The benchmark's pattern does not select {_blindSpot}; a second metric filter can."] }
            : verdict;
    }
}
