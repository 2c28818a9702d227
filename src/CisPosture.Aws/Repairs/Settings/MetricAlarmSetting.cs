using Amazon.CloudWatch.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>
/// An alarm on one metric, by its name. Only alarms that a repair has made are ever changed or removed, so a state holds what those have; of
/// any other alarm it says no more than whose it is.
/// </summary>
internal sealed class MetricAlarmSetting : Setting
{
    public const string Name = "MetricAlarm";
    public const string Owner = "Owner";
    public const string Actions = nameof(MetricAlarm.AlarmActions);

    private const string Alarm = "AlarmName";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region, string alarm) =>
        new(Name, region, place.Arn("cloudwatch", region, $"alarm:{alarm}"), RepairState.Of((Alarm, alarm)));

    /// <summary>An alarm that tells a topic of the first event.</summary>
    public static RepairState AtFirstEvent(string owner, string description, string metricNamespace, string metric, string topicArn) => RepairState.Of(
        (Owner, owner),
        (nameof(MetricAlarm.AlarmDescription), description),
        (nameof(MetricAlarm.ActionsEnabled), true),
        (nameof(MetricAlarm.AlarmActions), new[] { topicArn }),
        (nameof(MetricAlarm.Namespace), metricNamespace),
        (nameof(MetricAlarm.MetricName), metric),
        (nameof(MetricAlarm.Statistic), "Sum"),
        (nameof(MetricAlarm.Period), 300),
        (nameof(MetricAlarm.EvaluationPeriods), 1),
        (nameof(MetricAlarm.ComparisonOperator), "GreaterThanOrEqualToThreshold"),
        (nameof(MetricAlarm.Threshold), 1),
        (nameof(MetricAlarm.TreatMissingData), "notBreaching"));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            Operations.DescribeAlarms,
            target.Region,
            cancellation => context.Clients.CloudWatch(target.Region).DescribeAlarmsAsync(
                new DescribeAlarmsRequest { AlarmNames = [target.Key!.Text(Alarm)!], AlarmTypes = ["MetricAlarm", "CompositeAlarm"] }, cancellation)).ConfigureAwait(false);
        if (answer.CompositeAlarms.OrEmpty().Count > 0)
        {
            return new SettingReading(RepairState.Empty);
        }

        return answer.MetricAlarms.OrEmpty().SingleOrDefault() is { } alarm
            ? new SettingReading(StateOf(alarm, await OwnerAsync(context, target).ConfigureAwait(false)))
            : SettingReading.Missing;
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to)
    {
        var name = target.Key!.Text(Alarm)!;
        return to is null
            ? SettingChange.Of(
                RepairOperations.DeleteAlarms,
                new DeleteAlarmsRequest { AlarmNames = [name] },
                (clients, request, cancellation) => clients.CloudWatch(target.Region).DeleteAlarmsAsync(request, cancellation))
            : SettingChange.Of(
                RepairOperations.PutMetricAlarm,
                RequestOf(name, to, isNew: from.State is null),
                (clients, request, cancellation) => clients.CloudWatch(target.Region).PutMetricAlarmAsync(request, cancellation));
    }

    private static async Task<string?> OwnerAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            RepairOperations.ListAlarmTags,
            target.Region,
            cancellation => context.Clients.CloudWatch(target.Region).ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = target.ResourceId }, cancellation)).ConfigureAwait(false);
        return answer.Tags.OrEmpty().FirstOrDefault(tag => tag.Key == Ownership.Tag)?.Value;
    }

    private static RepairState StateOf(MetricAlarm alarm, string? owner) => RepairState.Of(
        (Owner, owner),
        (nameof(alarm.AlarmDescription), alarm.AlarmDescription),
        (nameof(alarm.ActionsEnabled), alarm.ActionsEnabled == true),
        (nameof(alarm.AlarmActions), Sorted(alarm.AlarmActions)),
        (nameof(alarm.OKActions), Sorted(alarm.OKActions)),
        (nameof(alarm.InsufficientDataActions), Sorted(alarm.InsufficientDataActions)),
        (nameof(alarm.Namespace), alarm.Namespace),
        (nameof(alarm.MetricName), alarm.MetricName),
        (nameof(alarm.Dimensions), alarm.Dimensions.OrEmpty().Count == 0 ? null : alarm.Dimensions.OrEmpty().ToDictionary(dimension => dimension.Name!, dimension => dimension.Value, StringComparer.Ordinal)),
        (nameof(alarm.Statistic), alarm.Statistic),
        (nameof(alarm.ExtendedStatistic), alarm.ExtendedStatistic),
        (nameof(alarm.Period), alarm.Period),
        (nameof(alarm.Unit), alarm.Unit),
        (nameof(alarm.EvaluationPeriods), alarm.EvaluationPeriods),
        (nameof(alarm.DatapointsToAlarm), alarm.DatapointsToAlarm),
        (nameof(alarm.ComparisonOperator), alarm.ComparisonOperator),
        (nameof(alarm.Threshold), alarm.Threshold),
        (nameof(alarm.TreatMissingData), alarm.TreatMissingData is "missing" ? null : alarm.TreatMissingData));

    // A tag is only taken with a new alarm; one that is changed keeps its own.
    private static PutMetricAlarmRequest RequestOf(string name, RepairState state, bool isNew) => new()
    {
        AlarmName = name,
        AlarmDescription = state.Text(nameof(MetricAlarm.AlarmDescription)),
        ActionsEnabled = state.IsOn(nameof(MetricAlarm.ActionsEnabled)),
        AlarmActions = Listed(state, nameof(MetricAlarm.AlarmActions)),
        OKActions = Listed(state, nameof(MetricAlarm.OKActions)),
        InsufficientDataActions = Listed(state, nameof(MetricAlarm.InsufficientDataActions)),
        Namespace = state.Text(nameof(MetricAlarm.Namespace)),
        MetricName = state.Text(nameof(MetricAlarm.MetricName)),
        Dimensions = state.Member(nameof(MetricAlarm.Dimensions)) is { } dimensions
            ? [.. dimensions.Names.Select(dimension => new Dimension { Name = dimension, Value = dimensions.Text(dimension) })]
            : null,
        Statistic = state.Text(nameof(MetricAlarm.Statistic)),
        ExtendedStatistic = state.Text(nameof(MetricAlarm.ExtendedStatistic)),
        Period = state.Number(nameof(MetricAlarm.Period)),
        Unit = state.Text(nameof(MetricAlarm.Unit)),
        EvaluationPeriods = state.Number(nameof(MetricAlarm.EvaluationPeriods)),
        DatapointsToAlarm = state.Number(nameof(MetricAlarm.DatapointsToAlarm)),
        ComparisonOperator = state.Text(nameof(MetricAlarm.ComparisonOperator)),
        Threshold = state.Real(nameof(MetricAlarm.Threshold)),
        TreatMissingData = state.Text(nameof(MetricAlarm.TreatMissingData)),
        Tags = isNew && state.Text(Owner) is { } owner ? [new Tag { Key = Ownership.Tag, Value = owner }] : null,
    };

    private static List<string>? Sorted(List<string>? actions) =>
        actions is { Count: > 0 } ? [.. actions.OrderBy(action => action, StringComparer.Ordinal)] : null;

    private static List<string>? Listed(RepairState state, string member) => state.Texts(member) is { Count: > 0 } texts ? [.. texts] : null;
}
