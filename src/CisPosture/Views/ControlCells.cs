using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>The cells of the views of controls and of what can be set of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ControlCells
{
    /// <summary>What a parameter does, and what it takes.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the other columns take, in characters.</param>
    /// <returns>The lines.</returns>
    public static string Description(PSObject parameter, PSHost? host, int beside)
    {
        var takes = Takes(parameter);
        var text = Members.Text(parameter, nameof(ControlParameter.Description)) + (takes.Length > 0 ? $" Takes {takes}." : string.Empty);
        return Wrapping.Words(text, Wrapping.RoomBeside(beside, host));
    }

    private static string Takes(PSObject parameter)
    {
        var choices = Members.Texts(parameter, nameof(ControlParameter.Choices)).ToList();
        var (least, most) = (Members.Text(parameter, nameof(ControlParameter.Minimum)), Members.Text(parameter, nameof(ControlParameter.Maximum)));
        return choices.Count > 0 ? string.Join(", ", choices)
            : Members.Text(parameter, nameof(ControlParameter.Type)) == "Boolean" ? "true or false"
            : least.Length > 0 && most.Length > 0 ? $"{least} to {most}"
            : least.Length > 0 ? $"{least} or more"
            : string.Empty;
    }
}
