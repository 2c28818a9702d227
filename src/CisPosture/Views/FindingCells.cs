using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>The cells of the views of findings. They read by name, so that findings from files and jobs look like fresh ones.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FindingCells
{
    private const int ResourceWidth = 22;

    // The widths of the other columns in the format file, each with the space after it; titles stand in two tables, of which the wider counts.
    private const int WidthBesideReason = 12 + 8 + 4 + 14 + ResourceWidth + 5;
    private const int WidthBesideTitle = 7 + 8 + 4 + 6 + 8 + 5;

    /// <summary>The status.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The word, coloured where the host shows colours.</returns>
    public static string Status(PSObject finding, PSHost? host) => Terminal.Status(Text(finding, "Status"), Terminal.IsColoured(host));

    /// <summary>The verdict on a control.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The word, coloured where the host shows colours.</returns>
    public static string Verdict(PSObject verdict, PSHost? host) => Terminal.Status(Text(verdict, "Verdict"), Terminal.IsColoured(host));

    /// <summary>What became of a finding.</summary>
    /// <param name="change">The change.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The word, coloured where the host shows colours.</returns>
    public static string Difference(PSObject change, PSHost? host) => Terminal.Difference(Text(change, "Difference"), Terminal.IsColoured(host));

    /// <summary>The severity.</summary>
    /// <param name="finding">The finding, or a control.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The word, coloured where the host shows colours.</returns>
    public static string Severity(PSObject finding, PSHost? host) => Terminal.Severity(Text(finding, "Severity"), Terminal.IsColoured(host));

    /// <summary>The resource's own name, without what the other columns say.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>A name such as "alice" or "sg-0123".</returns>
    public static string Resource(PSObject finding) => ShortName(Text(finding, "ResourceId"));

    /// <summary>The reason, in lines that fit beside the other columns; after a repair, what it has done and why.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The lines.</returns>
    public static string Reason(PSObject finding, PSHost? host) => Wrapping.Words(RepairCells.Reason(finding, Text(finding, "Reason")), Wrapping.RoomBeside(WidthBesideReason, host));

    /// <summary>The title of a control, in lines that fit beside the other columns.</summary>
    /// <param name="control">The control, or the verdict on one.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The lines.</returns>
    public static string Title(PSObject control, PSHost? host) => Wrapping.Words(Text(control, "Title"), Wrapping.RoomBeside(WidthBesideTitle, host));

    /// <summary>The facts that decided the verdict, one a line.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The lines.</returns>
    public static string Evidence(PSObject finding)
    {
        if (Value(finding, "Evidence") is not IDictionary facts)
        {
            return string.Empty;
        }

        var lines = facts.Keys.Cast<object>().Select(name => $"{name}: {Fact(facts[name])}");
        return string.Join("\n", lines);
    }

    /// <summary>What else a reader should know, one note a line.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The lines.</returns>
    public static string Notes(PSObject finding) =>
        Value(finding, "Notes") is IEnumerable notes and not string ? string.Join("\n", notes.Cast<object>()) : string.Empty;

    private static string ShortName(string resourceId)
    {
        if (resourceId.StartsWith("AWS::::Account:", StringComparison.Ordinal))
        {
            return "account";
        }

        var name = resourceId.StartsWith("arn:", StringComparison.Ordinal) ? resourceId.Split([':'], 6).Last() : resourceId;
        return Shortened(name.Substring(name.LastIndexOf('/') + 1));
    }

    private static string Shortened(string name) => name.Length <= ResourceWidth ? name : name.Substring(0, ResourceWidth - 1) + "…";

    private static string Fact(object? fact) => fact switch
    {
        PSObject wrapped => Fact(wrapped.BaseObject),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Fact)),
        _ => Convert.ToString(fact, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static string Text(PSObject finding, string member) => Value(finding, member)?.ToString() ?? string.Empty;

    private static object? Value(PSObject finding, string member)
    {
        var value = finding.Properties[member]?.Value;
        return value is PSObject wrapped ? wrapped.BaseObject : value;
    }
}
