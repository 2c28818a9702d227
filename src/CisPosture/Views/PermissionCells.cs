using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>The cells of the view of permissions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PermissionCells
{
    /// <summary>What the action is for.</summary>
    /// <param name="permission">The permission.</param>
    /// <returns>Scan or repair.</returns>
    public static string Use(PSObject permission) => Members.Value(permission, nameof(CisPermission.ForRepair)) is true ? "repair" : "scan";

    /// <summary>How AWS classes the action.</summary>
    /// <param name="permission">The permission.</param>
    /// <returns>The first word of the class: "Permissions" for permissions management.</returns>
    public static string AccessLevel(PSObject permission) => Members.Text(permission, nameof(CisPermission.AccessLevel)).Split(' ')[0];

    /// <summary>The controls that need the action, and those that only get notes by it.</summary>
    /// <param name="permission">The permission.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the other columns take, in characters.</param>
    /// <returns>A text such as "2.8; notes to 2.7", in lines that fit beside the other columns.</returns>
    public static string Controls(PSObject permission, PSHost? host, int beside)
    {
        var needing = Runs(permission, nameof(CisPermission.ControlId));
        var noted = Runs(permission, nameof(CisPermission.NoteControlId));
        var parts = new[] { needing, noted.Length > 0 ? $"notes to {noted}" : string.Empty }.Where(part => part.Length > 0);
        return Wrapping.Words(string.Join("; ", parts), Wrapping.RoomBeside(beside, host));
    }

    private static string Runs(PSObject permission, string member) => ControlList.Of(Members.Texts(permission, member));
}
