using CisPosture.Aws.Calls;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>A run: repairs, one after another, each standing on what the earlier ones have left or would have left.</summary>
internal sealed class RepairExecution(AccountSession session, RepairJournal journal, IRepairConversation conversation) : IRepairExecution
{
    private readonly SettingLedger _ledger = new();
    private readonly Dictionary<string, List<int>> _plansOf = new(StringComparer.Ordinal);
    private EarlierRuns? _earlier;
    private int _plans;

    public async Task<IReadOnlyList<PlanResult>> RepairAsync(
        string command, IReadOnlyList<RepairSubject> subjects, RepairOptions options, CancellationToken cancellationToken)
    {
        var context = session.RepairContext(cancellationToken);
        IReadOnlyList<RepairPlan> plans;
        try
        {
            plans = await AllRepairs.Of(command).PlanAsync(new RepairReader(context, _ledger, Earlier()), subjects, options).ConfigureAwait(false);
        }
        catch (ApiCallException failure)
        {
            return [Unread(subjects, failure)];
        }

        var run = new PlanRun(context, journal, conversation, _ledger);
        var results = new List<PlanResult>();
        foreach (var plan in plans)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(await run.RunAsync(plan, Number(command), FoundationsOf(command), options.Force).ConfigureAwait(false));
        }

        return results;
    }

    public Task<IReadOnlyList<UndoResult>> UndoAsync(JournaledRun run, CancellationToken cancellationToken) =>
        new UndoRun(session.RepairContext(cancellationToken), journal, conversation).RunAsync(run);

    // A journal that cannot be read tells nothing; what it would have told is left as it is, and the user is told.
    private EarlierRuns Earlier() =>
        _earlier ??= EarlierRuns.Of(journal.ReadEarlier(damage => conversation.Warn(damage.Message)), session.AccountId);

    private int Number(string command)
    {
        if (!_plansOf.TryGetValue(command, out var plans))
        {
            _plansOf[command] = plans = [];
        }

        plans.Add(++_plans);
        return _plans;
    }

    private IEnumerable<int> FoundationsOf(string command) =>
        RepairCatalogue.Current[command].DependsOn.SelectMany(earlier => _plansOf.TryGetValue(earlier, out var plans) ? plans : []);

    private static PlanResult Unread(IReadOnlyList<RepairSubject> subjects, ApiCallException failure) => new()
    {
        Plan = RepairPlan.Skipped(subjects, failure.Gap.ReasonCode, GapVerdict.Sentence(failure.Gap)),
        Outcome = RepairOutcome.Failed,
        ReasonCode = failure.Gap.ReasonCode,
        Reason = $"The live state could not be read, so nothing was changed. {GapVerdict.Sentence(failure.Gap)}",
    };
}
