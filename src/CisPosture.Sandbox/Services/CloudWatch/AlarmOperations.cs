using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudWatch;

internal static class AlarmOperations
{
    private const string Metric = "MetricAlarm";
    private const string Composite = "CompositeAlarm";
    private const int MostNames = 100;
    private const int AlarmsOfARegion = 5000;

    private static readonly PagingRules Rules = new("NextToken", "MaxRecords", 50, 1, 100, () => new ApiException("InvalidNextToken", "The next token specified is invalid."));

    /// <summary>Without AlarmTypes only alarms on metrics are told of, as ever since composite alarms came.</summary>
    public static ApiResult DescribeAlarms(ApiCall call)
    {
        var types = call.Input.AllOf("AlarmTypes", Metric, Composite);
        var metric = types.Count == 0 || types.Contains(Metric) ? call.RegionState.MetricAlarms : [];
        var composite = types.Contains(Composite) ? call.RegionState.CompositeAlarms : [];
        var alarms = composite.Select(alarm => (alarm.Name, Alarm: (object)alarm)).Concat(metric.Select(alarm => (alarm.Name, Alarm: (object)alarm)))
            .Where(found => Matches(call.Input, found.Name))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => found.Alarm)
            .ToArray();
        var page = call.Page(alarms, Rules);
        return new Structure
        {
            ["CompositeAlarms"] = page.Items.OfType<CompositeAlarm>().Select(alarm => AlarmShapes.Describe(call, alarm)),
            ["MetricAlarms"] = page.Items.OfType<MetricAlarm>().Select(alarm => AlarmShapes.Describe(call, alarm)),
            ["NextToken"] = page.NextToken,
        };
    }

    /// <summary>An alarm of that name is overwritten as a whole, but for its state and its tags.</summary>
    public static ApiResult PutMetricAlarm(ApiCall call)
    {
        var alarms = call.RegionState.MetricAlarms;
        var asked = MetricAlarmReader.Read(call);
        var index = alarms.FindIndex(alarm => alarm.Name == asked.Name);
        if (index < 0 && alarms.Count >= AlarmsOfARegion) throw new ApiException("LimitExceeded", "The quota for alarms for this customer has already been reached.");
        if (index < 0) alarms.Add(WithTags(asked, AlarmTags.Asked(call), "INSUFFICIENT_DATA"));
        else alarms[index] = WithTags(asked, alarms[index].Tags, alarms[index].StateValue);
        return ApiResult.Empty;
    }

    /// <summary>Names that no alarm has are passed over.</summary>
    public static ApiResult DeleteAlarms(ApiCall call)
    {
        var (metric, composite) = Named(call);
        if (composite.Length > 1) throw AlarmErrors.Invalid("Only one composite alarm can be deleted at a time.");
        var watched = metric.Select(alarm => alarm.Name).FirstOrDefault(name => call.RegionState.CompositeAlarms.Except(composite).Any(one => Watches(call, one, name)));
        if (watched is not null) throw AlarmErrors.Invalid($"Cannot delete {watched} as there are composite alarm(s) depending on it.");
        call.RegionState.MetricAlarms.RemoveAll(metric.Contains);
        call.RegionState.CompositeAlarms.RemoveAll(composite.Contains);
        return ApiResult.Empty;
    }

    public static ApiResult EnableAlarmActions(ApiCall call) => SetActions(call, areEnabled: true);

    public static ApiResult DisableAlarmActions(ApiCall call) => SetActions(call, areEnabled: false);

    private static MetricAlarm WithTags(MetricAlarm alarm, Dictionary<string, string> tags, string state)
    {
        foreach (var (key, value) in tags) alarm.Tags[key] = value;
        alarm.StateValue = state;
        return alarm;
    }

    private static ApiResult SetActions(ApiCall call, bool areEnabled)
    {
        var (metric, composite) = Named(call);
        foreach (var alarm in metric) alarm.ActionsEnabled = areEnabled;
        foreach (var alarm in composite) alarm.ActionsEnabled = areEnabled;
        return ApiResult.Empty;
    }

    private static (MetricAlarm[] Metric, CompositeAlarm[] Composite) Named(ApiCall call)
    {
        var names = call.Input.Texts("AlarmNames");
        if (names.Count == 0) throw call.Errors.Missing("AlarmNames");
        if (names.Count > MostNames) throw AlarmErrors.Invalid($"At most {MostNames} alarms can be named at a time.");
        return (
            call.RegionState.MetricAlarms.Where(alarm => names.Contains(alarm.Name, StringComparer.Ordinal)).ToArray(),
            call.RegionState.CompositeAlarms.Where(alarm => names.Contains(alarm.Name, StringComparer.Ordinal)).ToArray());
    }

    private static bool Watches(ApiCall call, CompositeAlarm alarm, string name) =>
        new[] { name, AlarmShapes.Arn(call, name) }.Any(one => alarm.AlarmRule.Contains($"(\"{one}\")", StringComparison.Ordinal) || alarm.AlarmRule.Contains($"({one})", StringComparison.Ordinal));

    private static bool Matches(ApiInput input, string name)
    {
        var names = input.Texts("AlarmNames");
        return (names.Count == 0 || names.Contains(name, StringComparer.Ordinal)) && name.StartsWith(input.Text("AlarmNamePrefix") ?? "", StringComparison.Ordinal);
    }
}
