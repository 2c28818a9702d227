using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Permissions;

/// <summary>What a scan takes, worked out from the evidence that controls declare and the actions that evidence declares.</summary>
internal static class ScanPermissions
{
    /// <summary>The actions, each once, by name.</summary>
    /// <param name="controls">The controls to judge.</param>
    /// <param name="evaluator">Knows the control parameters, some of which ask for more evidence.</param>
    public static IReadOnlyList<CisPermission> Of(IReadOnlyList<CisControl> controls, ControlEvaluator evaluator)
    {
        var uses = controls.SelectMany(control => Uses(control, evaluator)).ToList();
        return [.. uses.GroupBy(use => use.Action, StringComparer.Ordinal).OrderBy(action => action.Key, StringComparer.Ordinal).Select(action => Permission(action.Key, [.. action]))];
    }

    // What evidence is read from must be read as well: an alarm's topic is known only from the alarm.
    private static IEnumerable<Use> Uses(CisControl control, ControlEvaluator evaluator)
    {
        var needed = Prerequisites.Close(evaluator.Needs(control));
        return Prerequisites.Close(evaluator.Reads(control))
            .SelectMany(kind => kind.Permissions, (kind, action) => new Use(action, kind, control.Number, needed.Contains(kind)));
    }

    private static CisPermission Permission(string action, List<Use> uses)
    {
        var needing = Controls(uses.Where(use => use.IsNeeded));
        var noted = Controls(uses).Except(needing).ToList();
        var evidence = EvidenceKind.All.Where(kind => uses.Exists(use => use.Kind == kind)).Select(kind => kind.Name).ToList();
        return new CisPermission
        {
            Action = action,
            Service = IamActions.ServiceOf(action),
            AccessLevel = IamActions.AccessLevelOf(action),
            ControlId = [.. needing.Select(id => id.ToString())],
            NoteControlId = [.. noted.Select(id => id.ToString())],
            Evidence = evidence,
            Reason = Sentence(string.Join(", ", evidence), needing, noted),
        };
    }

    private static string Sentence(string evidence, List<ControlId> needing, List<ControlId> noted) => (needing.Count, noted.Count) switch
    {
        (0, _) => $"Reads {evidence}, which adds notes to {ControlRuns.Of(noted)}.",
        (_, 0) => $"Reads {evidence}, without which {ControlRuns.Of(needing)} cannot be judged.",
        _ => $"Reads {evidence}, without which {ControlRuns.Of(needing)} cannot be judged, and which adds notes to {ControlRuns.Of(noted)}.",
    };

    private static List<ControlId> Controls(IEnumerable<Use> uses) => [.. uses.Select(use => use.Control).Distinct().OrderBy(id => id)];

    private sealed record Use(string Action, EvidenceKind Kind, ControlId Control, bool IsNeeded);
}
