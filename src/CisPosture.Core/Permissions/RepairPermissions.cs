using CisPosture.Repairs;

namespace CisPosture.Permissions;

/// <summary>What repairs take beyond the scan, from the catalogue of repairs.</summary>
internal static class RepairPermissions
{
    /// <summary>The actions of the repairs of these controls, each once, by name; nothing for controls that no cmdlet mends.</summary>
    public static IReadOnlyList<CisPermission> Of(IReadOnlyList<CisControl> controls)
    {
        var uses = controls.SelectMany(Uses).ToList();
        return [.. uses.GroupBy(use => use.Action, StringComparer.Ordinal).OrderBy(action => action.Key, StringComparer.Ordinal).Select(action => Permission(action.Key, [.. action]))];
    }

    private static IEnumerable<Use> Uses(CisControl control)
    {
        if (RepairCatalogue.Current.Of(control.Id) is not { } repair || repair.Row(control.Id) is not { } row)
        {
            return [];
        }

        return
        [
            .. Actions(row.Reads, Purpose.Reading),
            .. Actions(row.Calls.Select(IamActions.OfOperation).Concat(row.FurtherPermissions), Purpose.Mending),
            .. Actions(row.UndoCalls.Select(IamActions.OfOperation), Purpose.Undoing),
        ];

        IEnumerable<Use> Actions(IEnumerable<string> actions, Purpose purpose) => actions.Select(action => new Use(action, repair.Command, control.Number, purpose));
    }

    private static CisPermission Permission(string action, List<Use> uses)
    {
        var controls = uses.Select(use => use.Control).Distinct().OrderBy(id => id).ToList();
        var commands = string.Join(", ", uses.Select(use => use.Command).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal));
        return new CisPermission
        {
            Action = action,
            Service = IamActions.ServiceOf(action),
            AccessLevel = IamActions.AccessLevelOf(action),
            ControlId = [.. controls.Select(id => id.ToString())],
            ForRepair = true,
            Reason = uses.Min(use => use.Purpose) switch
            {
                Purpose.Reading => $"{commands} reads with it what stands before the repair.",
                Purpose.Mending => $"{commands} mends {ControlRuns.Of(controls)} with it.",
                _ => $"Undo-CisRepair undoes {commands} with it.",
            },
        };
    }

    private enum Purpose
    {
        Mending,
        Reading,
        Undoing,
    }

    private sealed record Use(string Action, string Command, ControlId Control, Purpose Purpose);
}
