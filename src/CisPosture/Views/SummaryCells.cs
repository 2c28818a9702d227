using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>The lines of the view of a roll-up.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SummaryCells
{
    /// <summary>The whole roll-up as text.</summary>
    /// <param name="summary">The roll-up.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>Two or three sentences, each on lines of its own.</returns>
    public static string Text(PSObject summary, PSHost? host)
    {
        var lines = new List<string> { VisibleText.OnOneLine(summary.ToString()) };
        var failed = Counts(summary, nameof(CisSummary.FailedBySeverity)).Where(count => count.Number > 0).ToList();
        if (failed.Count > 0)
        {
            failed.Reverse();
            lines.Add($"Failed controls: {Join(failed)}");
        }

        lines.Add($"Findings: {Join([.. Counts(summary, nameof(CisSummary.FindingsByStatus)), .. Suppressed(summary)])}");
        return Wrapping.Items(lines, Wrapping.RoomBeside(0, host));
    }

    /// <summary>Counts by name, between commas.</summary>
    /// <param name="summary">The roll-up.</param>
    /// <param name="member">The member that holds them.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the line holds besides them, in characters.</param>
    /// <returns>A text such as "3 Medium, 1 Critical", in lines that fit.</returns>
    public static string Counts(PSObject summary, string member, PSHost? host, int beside) => Wrapping.Words(Join(Counts(summary, member)), Wrapping.RoomBeside(beside, host));

    private static IEnumerable<(string Name, int Number)> Suppressed(PSObject summary)
    {
        var count = Convert.ToInt32(Members.Value(summary, nameof(CisSummary.SuppressedFindings)), CultureInfo.InvariantCulture);
        return count == 0 ? [] : [("suppressed", count)];
    }

    private static List<(string Name, int Number)> Counts(PSObject summary, string member)
    {
        var counts = Members.Value(summary, member) as IDictionary ?? new Hashtable();
        return [.. counts.Keys.Cast<object>().Select(name => (VisibleText.OnOneLine(name.ToString()), Convert.ToInt32(counts[name], CultureInfo.InvariantCulture)))];
    }

    private static string Join(IEnumerable<(string Name, int Number)> counts) =>
        string.Join(", ", counts.Select(count => FormattableString.Invariant($"{count.Number} {count.Name}")));
}
