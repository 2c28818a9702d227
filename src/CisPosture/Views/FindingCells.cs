using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>The cells of the views of findings, and of what became of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FindingCells
{
    private const int ResourceWidth = 22;
    private const int LeastReasonWidth = 40;

    /// <summary>
    /// The resource's own name, without what the other columns say, and the reason; after a repair, what it has done. A wide screen has a column for each, in which a name
    /// that is longer stands on a line of its own; on a narrow one the reason follows the name.
    /// </summary>
    /// <param name="finding">The finding, or what became of it.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the other columns take, in characters.</param>
    /// <returns>The lines.</returns>
    public static string ResourceAndReason(PSObject finding, PSHost? host, int beside)
    {
        var name = ShortName(Members.Text(finding, nameof(CisFinding.ResourceId)));
        var reason = VisibleText.OnOneLine(Reason(finding));
        var room = Wrapping.RoomBeside(beside, host);
        return room > ResourceWidth + LeastReasonWidth ? SideBySide(name, reason, room) : Wrapping.Words($"{name}: {reason}", room);
    }

    /// <summary>The facts that decided the verdict, one a line.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the line holds besides them, in characters.</param>
    /// <returns>The lines.</returns>
    public static string Evidence(PSObject finding, PSHost? host, int beside)
    {
        if (Members.Value(finding, nameof(CisFinding.Evidence)) is not IDictionary facts)
        {
            return string.Empty;
        }

        var lines = facts.Keys.Cast<object>().Select(name => VisibleText.OnOneLine($"{name}: {Fact(facts[name])}"));
        return Wrapping.Items(lines, Wrapping.RoomBeside(beside, host));
    }

    private static string Reason(PSObject finding)
    {
        var reason = RepairCells.Reason(finding, Members.Text(finding, nameof(CisFinding.Reason)));
        return Members.Value(finding, nameof(CisFinding.Suppression)) is { } suppression
            ? $"Accepted until {Members.Text(PSObject.AsPSObject(suppression), nameof(CisSuppression.Expires))}: {reason}"
            : reason;
    }

    private static string SideBySide(string name, string reason, int room)
    {
        var indent = new string(' ', ResourceWidth + 1);
        var lines = Wrapping.Lines(reason, room - indent.Length);
        var after = string.Join("\n", lines.Select(line => indent + line));
        return name.Length <= ResourceWidth ? name + after.Substring(name.Length) : $"{Wrapping.Words(name, room)}\n{after}";
    }

    private static string ShortName(string resourceId)
    {
        if (resourceId.StartsWith("AWS::::Account:", StringComparison.Ordinal))
        {
            return "account";
        }

        var name = resourceId.StartsWith("arn:", StringComparison.Ordinal) ? resourceId.Split([':'], 6).Last() : resourceId;
        return name.Substring(name.LastIndexOf('/') + 1);
    }

    private static string Fact(object? fact) => fact switch
    {
        PSObject wrapped => Fact(wrapped.BaseObject),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Fact)),
        _ => Convert.ToString(fact, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
