using CisPosture.Accounts;

namespace CisPosture.Controls;

/// <summary>
/// One control of the benchmark: a pure function from evidence to verdicts. It never calls AWS, never reads the clock and never writes.
/// </summary>
public abstract class Control
{
    /// <summary>Makes the control of a catalogue row.</summary>
    /// <param name="definition">The row.</param>
    protected Control(CisControl definition) => Definition = definition;

    /// <summary>The control's row in the catalogue.</summary>
    public CisControl Definition { get; }

    /// <summary>The control's number.</summary>
    public ControlId Id => Definition.Number;

    /// <summary>The evidence without which there is no verdict. What is read in every Region needs to know which Regions there are.</summary>
    /// <param name="settings">The control's settings, some of which ask for more evidence.</param>
    /// <returns>The kinds.</returns>
    public IReadOnlyList<EvidenceKind> Needs(ControlSettings settings)
    {
        var kinds = Requires(settings);
        return kinds.Any(kind => kind.IsRegional) ? [.. kinds.Prepend(EvidenceKind.EnabledRegions).Distinct()] : kinds;
    }

    /// <summary>Evidence that only adds notes; a gap in it never changes a verdict.</summary>
    /// <param name="settings">The control's settings.</param>
    /// <returns>The kinds.</returns>
    public virtual IReadOnlyList<EvidenceKind> Welcomes(ControlSettings settings) => [];

    /// <summary>
    /// Judges. Answers at least one verdict for the account, or for every Region where the control is judged Region by Region, whatever
    /// the evidence lacks.
    /// </summary>
    /// <param name="evidence">What was read.</param>
    /// <param name="settings">The control's settings.</param>
    /// <returns>The verdicts, in any order.</returns>
    public abstract IEnumerable<Verdict> Judge(AccountEvidence evidence, ControlSettings settings);

    /// <summary>The sentence for the finding that stands for all resources of a scope that passed.</summary>
    /// <param name="count">How many passed, at least one.</param>
    /// <returns>A sentence such as "12 trails validate their log files.".</returns>
    public abstract string SummarizePassed(int count);

    /// <summary>The evidence that the control itself judges from; the list of Regions need not be named.</summary>
    /// <param name="settings">The control's settings, some of which ask for more evidence.</param>
    /// <returns>The kinds.</returns>
    protected abstract IReadOnlyList<EvidenceKind> Requires(ControlSettings settings);

    /// <summary>A verdict that the control is met.</summary>
    protected static Verdict Passed(JudgedResource resource, string reason, string reasonCode = ReasonCode.Compliant) =>
        new() { Status = FindingStatus.Passed, ReasonCode = reasonCode, Reason = reason, Resource = resource };

    /// <summary>A verdict that the control is not met.</summary>
    protected static Verdict Failed(JudgedResource resource, string reason, string reasonCode = ReasonCode.NonCompliant) =>
        new() { Status = FindingStatus.Failed, ReasonCode = reasonCode, Reason = reason, Resource = resource };

    /// <summary>A verdict that something the control needs cannot be seen from here.</summary>
    protected static Verdict Warning(JudgedResource resource, string reason, string reasonCode) =>
        new() { Status = FindingStatus.Warning, ReasonCode = reasonCode, Reason = reason, Resource = resource };

    /// <summary>A verdict that the control does not apply or that its evidence is missing.</summary>
    protected static Verdict NotAvailable(JudgedResource resource, string reason, string reasonCode) =>
        new() { Status = FindingStatus.NotAvailable, ReasonCode = reasonCode, Reason = reason, Resource = resource };

    /// <summary>A verdict that there was nothing to judge, which counts as passed.</summary>
    protected static Verdict NothingToJudge(JudgedResource resource, string reason) =>
        Passed(resource, reason, ReasonCode.EvaluationsEmpty);

    /// <summary>The verdict of missing evidence, which names the operation, the Region and the missing IAM action.</summary>
    protected static Verdict Unknown(JudgedResource resource, EvidenceGap gap) => GapVerdict.Of(resource, gap);
}
