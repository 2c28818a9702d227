using CisPosture.Accounts;
using CisPosture.Collection;
using CisPosture.Controls;

namespace CisPosture.Repairs;

/// <summary>
/// Mends findings: has each repair plan and carry out, reads the evidence of what may have changed again, judges it with the controls
/// themselves, and hands on each finding with what was done about it.
/// </summary>
internal sealed class RepairRun(IRepairSession session, IRepairExecution execution, IRepairListener listener)
{
    private const string UserType = "AwsIamUser";

    /// <summary>Runs repairs one after another.</summary>
    /// <param name="assignments">The repairs, each after those that it depends on.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task RunAsync(IReadOnlyList<RepairAssignment> assignments, CancellationToken cancellationToken)
    {
        foreach (var assignment in assignments)
        {
            var own = assignment.Subjects.Where(IsOwn).ToList();
            if (own.Count > 0)
            {
                var results = await execution.RepairAsync(assignment.Command, own, assignment.Options, cancellationToken).ConfigureAwait(false);
                await HandOnAsync(own, results, assignment.Options.ControlParameters, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool IsOwn(RepairSubject subject)
    {
        if (subject.AccountId == session.AccountId)
        {
            return true;
        }

        var reason = $"The finding is of account {subject.AccountId}, the credentials are of {session.AccountId}.";
        listener.Fail(new PostureException(ErrorId.FindingOfOtherAccount, $"{reason} Run the repair with credentials of account {subject.AccountId}.", subject.Finding));
        listener.Emit(subject.Finding with { Repair = CisRepairResult.Skipped(RepairReasonCode.OtherAccount, reason) });
        return false;
    }

    private async Task HandOnAsync(
        List<RepairSubject> subjects, IReadOnlyList<PlanResult> results, ControlParameterSet parameters, CancellationToken cancellationToken)
    {
        var bySubject = results.SelectMany(result => result.Plan.Subjects.Select(subject => (subject, result))).ToDictionary(pair => pair.subject, pair => pair.result);
        var changed = subjects.Where(subject => bySubject[subject].IsToBeJudgedAgain).ToList();
        var judged = await JudgeAsync(changed, parameters, cancellationToken).ConfigureAwait(false);
        foreach (var result in results.Where(result => result.Outcome == RepairOutcome.Failed))
        {
            listener.Fail(new PostureException(ErrorId.RepairFailed, $"{string.Join(", ", result.Plan.Subjects.Select(Name))}: {result.Reason}", result.Plan.Subjects[0].Finding));
        }

        foreach (var subject in subjects)
        {
            listener.Emit(Outcome(subject, bySubject[subject], judged));
        }
    }

    private static string Name(RepairSubject subject) => $"{subject.ControlId} {subject.ResourceId}";

    private static CisFinding Outcome(RepairSubject subject, PlanResult result, Dictionary<string, CisFinding> judged)
    {
        var repair = CisRepairResult.Of(result);
        if (!result.IsToBeJudgedAgain)
        {
            return subject.Finding with { Repair = repair };
        }

        if (!judged.TryGetValue(Identity(subject), out var finding))
        {
            return subject.Finding with
            {
                Status = nameof(FindingStatus.NotAvailable), ReasonCode = RepairReasonCode.ResourceGone, Reason = "The resource does not exist any more.", Repair = repair,
            };
        }

        // Nobody is waited for where the control is met already.
        var isSettled = result.Outcome == RepairOutcome.PendingConfirmation && finding.Verdict == FindingStatus.Passed;
        return finding with { Repair = isSettled ? CisRepairResult.Of(result with { Outcome = RepairOutcome.Changed, ReasonCode = RepairReasonCode.Changed }) : repair };
    }

    private static string Identity(RepairSubject subject) =>
        FindingIdentity.Of(subject.ControlId, subject.AccountId, subject.Region, subject.ResourceId);

    private async Task<Dictionary<string, CisFinding>> JudgeAsync(List<RepairSubject> subjects, ControlParameterSet parameters, CancellationToken cancellationToken)
    {
        var evaluator = new ControlEvaluator(parameters, isStrict: false, listsEachResource: true);
        var findings = new Dictionary<string, CisFinding>(StringComparer.Ordinal);
        foreach (var scope in subjects.GroupBy(subject => subject.Control.Scope, StringComparer.Ordinal))
        {
            // What is judged Region by Region is only read where something was mended; the rest needs to see the whole account.
            var regions = scope.Key == "Region" ? scope.Select(subject => subject.Region).Distinct(StringComparer.Ordinal).ToList() : [];
            var controls = scope.Select(subject => subject.Control).Distinct().ToList();
            var request = new CollectionRequest
            {
                Kinds = [.. controls.SelectMany(evaluator.Reads).Distinct()],
                Regions = regions,
                ChangedUsers = [.. scope.Where(subject => subject.Control.ResourceType == UserType).Select(subject => subject.ResourceId).Distinct(StringComparer.Ordinal)],
            };
            var evidence = await CollectAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var finding in controls.SelectMany(control => evaluator.Evaluate(control, evidence)))
            {
                findings[finding.FindingId] = finding;
            }
        }

        return findings;
    }

    private async Task<AccountEvidence> CollectAsync(CollectionRequest request, CancellationToken cancellationToken)
    {
        var collection = session.Collect(request, cancellationToken);
        var evidence = await collection.WhenCompleteAsync().ConfigureAwait(false);
        foreach (var gap in collection.TakeNewGaps())
        {
            listener.Miss(gap);
        }

        return evidence;
    }
}
