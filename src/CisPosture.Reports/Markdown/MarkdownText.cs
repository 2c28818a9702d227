using System.Text;

namespace CisPosture.Reports.Markdown;

/// <summary>Texts for Markdown, in which none of them is markup, a link, HTML or the end of a table's cell.</summary>
internal static class MarkdownText
{
    /// <summary>A text on one line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, escaped.</returns>
    public static string Of(string text)
    {
        var visible = VisibleText.InOneDirection(text);
        var escaped = new StringBuilder(visible.Length + 16);
        for (var index = 0; index < visible.Length; index++)
        {
            Append(escaped, visible, index);
        }

        return escaped.ToString().Trim();
    }

    // Backslashes are not enough against HTML everywhere, nor against addresses that become links by themselves.
    private static void Append(StringBuilder escaped, string text, int index)
    {
        switch (text[index])
        {
            case '\r' or '\n' or '\t' or '\u2028' or '\u2029':
                escaped.Append(' ');
                break;
            case '<':
                escaped.Append("&lt;");
                break;
            case '>':
                escaped.Append("&gt;");
                break;
            case '&':
                escaped.Append("&amp;");
                break;
            case '|':
                escaped.Append("&#124;");
                break;
            case ':' when Follows(text, index, "//"):
                escaped.Append("&#58;");
                break;
            case '.' when index >= 3 && string.Compare(text, index - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0:
                escaped.Append("&#46;");
                break;
            case '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '#' or '!' or '$' or '^' or '{' or '}':
            case '=' or '+' or '"' when IsDoubled(text, index):
                escaped.Append('\\').Append(text[index]);
                break;
            default:
                escaped.Append(text[index]);
                break;
        }
    }

    // Marks of some readers, where two of them stand together.
    private static bool IsDoubled(string text, int index) =>
        (index > 0 && text[index - 1] == text[index]) || (index + 1 < text.Length && text[index + 1] == text[index]);

    private static bool Follows(string text, int index, string next) => string.CompareOrdinal(text, index + 1, next, 0, next.Length) == 0;
}
