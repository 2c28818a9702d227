using CisPosture.Controls;
using CisPosture.Controls.Monitoring;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// 1.1 and 3.1 to 3.14: completes the chain from the log group of a qualifying trail to a subscriber. The chain is followed by the control's own
/// code, so that what is mended is what was judged. Log groups are never made here: nothing would feed them.
/// </summary>
internal sealed class MetricAlarmRepair : RepairFrom<LiveAlarmChains, MetricAlarmOptions>
{
    private const string Dependency = "Test-CisControl -Id {0} | Repair-CisFinding";

    public override string Command => "Repair-CisMetricAlarm";

    // 1.1 and 3.3 ask for the same events, and one chain serves both.
    public override IReadOnlyList<RepairPlan> Plan(RepairPlace place, LiveAlarmChains live, IReadOnlyList<RepairSubject> subjects, MetricAlarmOptions options) =>
    [
        .. subjects
            .GroupBy(subject => subject.Control.FilterPattern!, StringComparer.Ordinal)
            .Select(chain => PlanChain(place, live, [.. chain.OrderBy(subject => subject.Control.Number)], options)),
    ];

    protected override Task<LiveAlarmChains> ReadAsync(RepairReader reader, IReadOnlyList<RepairSubject> subjects, MetricAlarmOptions options) =>
        new AlarmChainReader(reader, options).ReadAsync(subjects);

    private static RepairPlan PlanChain(RepairPlace place, LiveAlarmChains live, IReadOnlyList<RepairSubject> subjects, MetricAlarmOptions options)
    {
        var open = subjects.FirstOrDefault(subject => live.Paths[subject.ControlId].Outcome != ChainOutcome.Complete);
        if (open is null)
        {
            return new RepairPlan { Subjects = subjects };
        }

        var path = live.Paths[open.ControlId];
        if (path.Outcome == ChainOutcome.Open)
        {
            return RepairPlan.Skipped(subjects, path.ReasonCode, path.Gap is null ? path.Reason : GapVerdict.Sentence(path.Gap));
        }

        return path.Links.LogGroup is { } group && !live.LostLogGroups.Contains(group.Arn, StringComparer.Ordinal)
            ? new AlarmChainPlan(place, live, options, subjects, open.Control, path, group).Make()
            : Unfed(subjects, path);
    }

    private static RepairPlan Unfed(IReadOnlyList<RepairSubject> subjects, ChainPath path)
    {
        var control = path.Links.Trail is null ? "2.1" : "2.4";
        var reason = path.Links.LogGroup is { } lost ? $"Log group {lost.Name}, to which the trail delivers, was deleted." : path.Reason;
        return RepairPlan.Skipped(
            subjects,
            RepairReasonCode.DependencyMissing,
            $"{reason} Mend control {control} first: a metric filter sees only what a trail delivers to its log group.",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Dependency, control));
    }
}
