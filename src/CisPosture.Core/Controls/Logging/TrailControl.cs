using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>A control about the settings of trails or of what belongs to them; settles what to say where there is no trail, or no sight of trails.</summary>
internal abstract class TrailControl : Control
{
    protected TrailControl(CisControl definition)
        : base(definition)
    {
    }

    public sealed override IEnumerable<Verdict> Judge(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        var visibility = TrailVisibility.Of(evidence);
        if (visibility.IsBlind)
        {
            return [TrailVerdict.Blind(account, visibility)];
        }

        var verdicts = TrailAssessment.AllOf(evidence) is { Count: > 0 } trails ? JudgeTrails(evidence, trails, settings) : [];
        if (visibility.IsPartial)
        {
            return [.. verdicts, TrailVerdict.Partial(account, visibility, "trails that live only there were not judged")];
        }

        return evidence.Trails.Count > 0 ? verdicts : [NoTrail(account)];
    }

    /// <summary>Judges the trails that were seen, at least one.</summary>
    protected abstract IEnumerable<Verdict> JudgeTrails(AccountEvidence evidence, IReadOnlyList<TrailAssessment> trails, ControlSettings settings);

    // Security Hub counts nothing to evaluate as passed; next to a failed control 2.1 that would mislead.
    private static Verdict NoTrail(JudgedResource account) => NotAvailable(account, "The account has no trail.", ReasonCode.NoTrail) with
    {
        Strict = NothingToJudge(account, "The account has no trail."),
    };
}
