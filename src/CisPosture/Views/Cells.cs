using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>
/// The cells of the views that any object may have. "Beside" is what the line holds besides the cell: in a table the other columns with a space each, in a list the
/// longest label and the colon after it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Cells
{
    /// <summary>A member as one line that a terminal shows as it stands.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <returns>The line.</returns>
    public static string Text(PSObject source, string member) => Members.Text(source, member);

    /// <summary>A member in lines that fit.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the line holds besides it, in characters.</param>
    /// <returns>The lines.</returns>
    public static string Words(PSObject source, string member, PSHost? host, int beside) =>
        Wrapping.Words(Members.Text(source, member), Wrapping.RoomBeside(beside, host));

    /// <summary>What a member lists, one item a line; what does not fit goes on below, indented.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the line holds besides it, in characters.</param>
    /// <returns>The lines.</returns>
    public static string Lines(PSObject source, string member, PSHost? host, int beside) => Wrapping.Items(Members.Texts(source, member), Wrapping.RoomBeside(beside, host));

    /// <summary>What a member lists, between commas.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the line holds besides it, in characters.</param>
    /// <returns>The lines.</returns>
    public static string Join(PSObject source, string member, PSHost? host, int beside) =>
        Wrapping.Words(string.Join(", ", Members.Texts(source, member)), Wrapping.RoomBeside(beside, host));

    /// <summary>A point in time by the clock of whoever looks.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <returns>The day and the minute.</returns>
    public static string Time(PSObject source, string member) => Members.Value(source, member) switch
    {
        DateTimeOffset time => Short(time.LocalDateTime),
        DateTime time => Short(time.ToLocalTime()),
        _ => Members.Text(source, member),
    };

    /// <summary>A status, a verdict, a difference or an outcome.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The word, coloured where the host shows colours.</returns>
    public static string Status(PSObject source, string member, PSHost? host)
    {
        var word = Members.Text(source, member);
        return Palette.Of(host) is { } palette ? palette.Status(word) : word;
    }

    /// <summary>The severity.</summary>
    /// <param name="source">A finding, or what is about a control.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The word; what cannot wait stands out where the host shows colours.</returns>
    public static string Severity(PSObject source, PSHost? host)
    {
        var word = Members.Text(source, nameof(CisFinding.Severity));
        return Palette.Of(host) is { } palette ? palette.Severity(word) : word;
    }

    private static string Short(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
