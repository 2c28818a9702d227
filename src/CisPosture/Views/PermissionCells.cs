using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using CisPosture.Permissions;

namespace CisPosture.Views;

/// <summary>The cells of the view of permissions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PermissionCells
{
    // The widths of the other columns in the format file, each with the space after it.
    private const int WidthBesideControls = 42 + 22 + 6 + 3;

    /// <summary>What the action is for.</summary>
    /// <param name="permission">The permission.</param>
    /// <returns>Scan or repair.</returns>
    public static string Use(PSObject permission) => Value(permission, nameof(CisPermission.ForRepair)) is true ? "repair" : "scan";

    /// <summary>The controls that need the action, and those that only get notes by it.</summary>
    /// <param name="permission">The permission.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>A text such as "2.8; notes to 2.7", in lines that fit beside the other columns.</returns>
    public static string Controls(PSObject permission, PSHost? host)
    {
        var needing = Runs(permission, nameof(CisPermission.ControlId));
        var noted = Runs(permission, nameof(CisPermission.NoteControlId));
        var parts = new[] { needing, noted.Length > 0 ? $"notes to {noted}" : string.Empty }.Where(part => part.Length > 0);
        return Wrapping.Words(string.Join("; ", parts), Wrapping.RoomBeside(WidthBesideControls, host));
    }

    private static string Runs(PSObject permission, string member) =>
        Value(permission, member) is IEnumerable ids and not string ? ControlRuns.Of(ids.Cast<object>().Select(id => ControlId.Parse(id.ToString()))) : string.Empty;

    private static object? Value(PSObject permission, string member)
    {
        var value = permission.Properties[member]?.Value;
        return value is PSObject wrapped ? wrapped.BaseObject : value;
    }
}
