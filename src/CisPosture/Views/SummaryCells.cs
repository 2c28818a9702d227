using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;

namespace CisPosture.Views;

/// <summary>The lines of the view of a roll-up.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SummaryCells
{
    /// <summary>The whole roll-up as text.</summary>
    /// <param name="summary">The roll-up.</param>
    /// <returns>Two or three lines.</returns>
    public static string Text(PSObject summary)
    {
        var lines = new List<string> { summary.ToString() };
        var failed = Counts(summary, nameof(CisSummary.FailedBySeverity)).Where(count => count.Number > 0).ToList();
        if (failed.Count > 0)
        {
            failed.Reverse();
            lines.Add($"Failed controls: {Join(failed)}");
        }

        lines.Add($"Findings: {Join([.. Counts(summary, nameof(CisSummary.FindingsByStatus)), .. Suppressed(summary)])}");
        return string.Join("\n", lines);
    }

    private static IEnumerable<(string Name, int Number)> Suppressed(PSObject summary)
    {
        var count = Convert.ToInt32(summary.Properties[nameof(CisSummary.SuppressedFindings)]?.Value, CultureInfo.InvariantCulture);
        return count == 0 ? [] : [("suppressed", count)];
    }

    private static List<(string Name, int Number)> Counts(PSObject summary, string member)
    {
        var counts = summary.Properties[member]?.Value is { } value && PSObject.AsPSObject(value).BaseObject is IDictionary dictionary
            ? dictionary
            : new Hashtable();
        return [.. counts.Keys.Cast<object>().Select(name => (name.ToString(), Convert.ToInt32(counts[name], CultureInfo.InvariantCulture)))];
    }

    private static string Join(IEnumerable<(string Name, int Number)> counts) =>
        string.Join(", ", counts.Select(count => FormattableString.Invariant($"{count.Number} {count.Name}")));
}
