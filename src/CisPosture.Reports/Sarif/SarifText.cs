using System.Text.RegularExpressions;

namespace CisPosture.Reports.Sarif;

/// <summary>Texts for messages of SARIF, in which brackets may be links and braces places to fill.</summary>
internal static class SarifText
{
    private static readonly Regex Placeholder = new(@"\{(?<number>\d+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    /// <summary>A text that is no link and has no place to fill.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text for a message, never empty.</returns>
    public static string Plain(string text)
    {
        var unlinked = text.Contains("](") ? text.Replace(@"\", @"\\").Replace("[", @"\[").Replace("]", @"\]") : text;
        var plain = Placeholder.Replace(unlinked, "{{${number}}}");
        return string.IsNullOrWhiteSpace(plain) ? "No reason was given." : plain;
    }
}
