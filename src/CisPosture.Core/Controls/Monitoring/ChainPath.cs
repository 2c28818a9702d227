using CisPosture.Accounts;

namespace CisPosture.Controls.Monitoring;

/// <summary>One path from a trail towards a subscriber: its links, where it ends and why.</summary>
internal sealed record ChainPath
{
    private ChainPath(ChainLinks links, ChainStep step, ChainOutcome outcome, string reasonCode, string reason)
    {
        Links = links;
        Step = step;
        Outcome = outcome;
        ReasonCode = reasonCode;
        Reason = reason;
    }

    public ChainLinks Links { get; init; }

    public ChainStep Step { get; }

    public ChainOutcome Outcome { get; }

    public string ReasonCode { get; }

    public string Reason { get; }

    /// <summary>For an open path: the read that failed; null where something lies out of sight instead.</summary>
    public EvidenceGap? Gap { get; private init; }

    public static ChainPath Complete(ChainLinks links, string reason) =>
        new(links, ChainStep.Subscriber, ChainOutcome.Complete, CisPosture.ReasonCode.Compliant, reason);

    public static ChainPath Broken(ChainLinks links, ChainStep step, string reasonCode, string reason) =>
        new(links, step, ChainOutcome.Broken, reasonCode, reason);

    public static ChainPath OutOfSight(ChainLinks links, ChainStep step, string reasonCode, string reason) =>
        new(links, step, ChainOutcome.Open, reasonCode, reason);

    public static ChainPath Unread(ChainLinks links, ChainStep step, EvidenceGap gap) =>
        new(links, step, ChainOutcome.Open, gap.ReasonCode, string.Empty) { Gap = gap };

    public Verdict ToVerdict(JudgedResource resource)
    {
        var facts = Links.ToFacts();
        if (Gap is null)
        {
            return new Verdict { Status = Status(), ReasonCode = ReasonCode, Reason = Reason, Resource = resource, Facts = facts, Notes = Links.Notes };
        }

        var verdict = GapVerdict.Of(resource, Gap);
        foreach (var fact in verdict.Facts)
        {
            facts[fact.Key] = fact.Value;
        }

        return verdict with { Facts = facts, Notes = Links.Notes };
    }

    private FindingStatus Status() => Outcome switch
    {
        ChainOutcome.Complete => FindingStatus.Passed,
        ChainOutcome.Broken => FindingStatus.Failed,
        _ => FindingStatus.Warning,
    };
}
