using CisPosture.Accounts;
using CisPosture.AlarmRules;

namespace CisPosture.Controls.Monitoring;

/// <summary>Finds the composite alarms that pass an alarm's firing on.</summary>
internal static class CompositeAlarms
{
    /// <summary>The composite alarms that fire where this alarm alone does, directly or through one another.</summary>
    public static IReadOnlyList<Alarm> FiredBy(Alarm alarm, IReadOnlyList<Alarm> alarms)
    {
        var rules = alarms
            .Where(candidate => candidate.AlarmRule is not null)
            .Select(candidate => (Alarm: candidate, Rule: CompositeAlarmRule.TryRead(candidate.AlarmRule!)))
            .Where(candidate => candidate.Rule is not null)
            .ToList();
        var firesAnyway = new HashSet<Alarm>(Firing([], rules));
        return [.. Firing([alarm.AlarmName, alarm.AlarmArn], rules).Where(composite => !firesAnyway.Contains(composite))];
    }

    private static List<Alarm> Firing(HashSet<string> alarming, List<(Alarm Alarm, CompositeAlarmRule? Rule)> rules)
    {
        var fired = new List<Alarm>();
        int before;
        do
        {
            before = fired.Count;
            foreach (var (composite, rule) in rules)
            {
                if (!fired.Contains(composite) && rule!.Fires(alarming))
                {
                    fired.Add(composite);
                    alarming.Add(composite.AlarmName);
                    alarming.Add(composite.AlarmArn);
                }
            }
        }
        while (fired.Count > before);

        return fired;
    }
}
