using CisPosture.Accounts;
using CisPosture.Findings;

namespace CisPosture.Controls;

/// <summary>
/// Lets controls judge and makes findings of their verdicts: settles strict mode, folds what passed into one finding a scope, and puts
/// everything into the fixed order of control, account, Region and resource.
/// </summary>
public sealed class ControlEvaluator
{
    private const int MostNotes = 10;

    private readonly ControlParameterSet _parameters;
    private readonly bool _isStrict;
    private readonly bool _listsEachResource;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="parameters">The user's control parameters.</param>
    /// <param name="isStrict">Whether to judge with Security Hub's own limited sight.</param>
    /// <param name="listsEachResource">Whether every resource that passed gets a finding of its own.</param>
    public ControlEvaluator(ControlParameterSet parameters, bool isStrict, bool listsEachResource)
    {
        _parameters = parameters;
        _isStrict = isStrict;
        _listsEachResource = listsEachResource;
    }

    /// <summary>The evidence that a control cannot judge without, under the user's parameters.</summary>
    /// <param name="definition">The control.</param>
    /// <returns>The kinds, each once.</returns>
    public IReadOnlyList<EvidenceKind> Needs(CisControl definition) =>
        [.. ControlRegistry.Get(definition).Needs(SettingsFor(definition)).Distinct()];

    /// <summary>Everything that a control reads, with what only adds notes.</summary>
    /// <param name="definition">The control.</param>
    /// <returns>The kinds, each once.</returns>
    public IReadOnlyList<EvidenceKind> Reads(CisControl definition)
    {
        var control = ControlRegistry.Get(definition);
        var settings = SettingsFor(definition);
        return [.. control.Needs(settings).Concat(control.Welcomes(settings)).Distinct()];
    }

    /// <summary>Judges one control.</summary>
    /// <param name="definition">The control.</param>
    /// <param name="evidence">What was read of the account.</param>
    /// <returns>Its findings, at least one, in the fixed order.</returns>
    public IReadOnlyList<CisFinding> Evaluate(CisControl definition, AccountEvidence evidence)
    {
        var control = ControlRegistry.Get(definition);
        var regions = RegionsRead(definition, evidence);
        var verdicts = Judge(control, evidence).Where(verdict => !verdict.IsHidden).Select(Settle);
        return
        [
            .. Fold(control, evidence, verdicts)
                .OrderBy(verdict => verdict.Resource.Region, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Resource.Id, StringComparer.Ordinal)
                .Select(verdict => FindingFactory.Create(definition, evidence, WithRegions(verdict, regions))),
        ];
    }

    // Where a control looks for resources in every Region and answers once for all, nobody could tell otherwise whether a resource that a
    // later scan does not have is gone, or lives where that scan did not look.
    private string[]? RegionsRead(CisControl definition, AccountEvidence evidence) =>
        definition.Scope == ControlCoverage.AccountScope && definition.ResourceType != JudgedResource.AccountType && Needs(definition).Any(kind => kind.IsRegional)
            ? [.. evidence.Regions.Select(region => region.Region)]
            : null;

    private static Verdict WithRegions(Verdict verdict, string[]? regions) => regions is null
        ? verdict
        : verdict with { Facts = new Dictionary<string, object?>(verdict.Facts.ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal), StringComparer.Ordinal) { [ControlCoverage.RegionsReadFact] = regions } };

    private ControlSettings SettingsFor(CisControl definition) => _parameters.For(definition, _isStrict);

    // Of an account that could not be entered nothing is known, whatever the control would make of empty evidence.
    private IEnumerable<Verdict> Judge(Control control, AccountEvidence evidence) => evidence.EntryGap is { } gap
        ? [GapVerdict.Of(JudgedResource.Account(evidence), gap)]
        : control.Judge(evidence, SettingsFor(control.Definition));

    private Verdict Settle(Verdict verdict)
    {
        if (verdict.Strict is null)
        {
            return verdict;
        }

        var note = _isStrict
            ? $"Without strict mode: {verdict.Status} {verdict.ReasonCode}."
            : $"Strict Security Hub mode: {verdict.Strict.Status} {verdict.Strict.ReasonCode}.";
        var settled = _isStrict ? verdict.Strict : verdict;
        return settled with { Strict = null, Notes = [.. settled.Notes, note] };
    }

    private IEnumerable<Verdict> Fold(Control control, AccountEvidence evidence, IEnumerable<Verdict> verdicts)
    {
        foreach (var scope in verdicts.GroupBy(verdict => verdict.Resource.Region, StringComparer.Ordinal))
        {
            var foldable = scope.Where(IsFoldable).ToList();
            var rest = scope.Where(verdict => !IsFoldable(verdict)).ToList();

            // A summary bears the scope's own name, which must not be taken by a verdict about the scope itself.
            var passed = foldable.Count > 0 && rest.All(verdict => verdict.Resource.Type != JudgedResource.AccountType)
                ? [Summary(control, evidence, scope.Key, foldable)]
                : foldable;
            foreach (var verdict in rest.Concat(passed))
            {
                yield return verdict;
            }
        }
    }

    private bool IsFoldable(Verdict verdict) =>
        !_listsEachResource && verdict.Status == FindingStatus.Passed && verdict.Resource.Type != JudgedResource.AccountType;

    // What holds of every resource is said once rather than for each.
    private static IReadOnlyList<string> SharedNotes(List<Verdict> passed) =>
        passed.Count == 1 ? [] : [.. passed[0].Notes.Where(note => passed.TrueForAll(verdict => verdict.Notes.Contains(note)))];

    private static Verdict Summary(Control control, AccountEvidence evidence, string region, List<Verdict> passed)
    {
        var shared = SharedNotes(passed);
        var notes = passed
            .OrderBy(verdict => verdict.Resource.Id, StringComparer.Ordinal)
            .SelectMany(verdict => verdict.Notes.Except(shared).Select(note => $"{verdict.Resource.Id}: {note}"))
            .ToList();
        notes.InsertRange(0, shared);
        return new Verdict
        {
            Status = FindingStatus.Passed,
            ReasonCode = ReasonCode.Compliant,
            Reason = control.SummarizePassed(passed.Count),
            Resource = JudgedResource.Account(evidence, region),
            Facts = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [ControlCoverage.PassedCountFact] = passed.Count,
                ["ResourceType"] = control.Definition.ResourceType,
            },
            Notes = notes.Count <= MostNotes
                ? notes
                : [.. notes.Take(MostNotes), $"{notes.Count - MostNotes} more notes; list each resource to read them."],
        };
    }
}
