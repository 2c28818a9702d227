using System.Globalization;
using System.Text;

namespace CisPosture.Reports;

/// <summary>Texts from AWS for formats that cannot hold every character, or in which some would mislead whoever reads them.</summary>
internal static class VisibleText
{
    /// <summary>
    /// Writes out, as \u0007, what no text format can hold: control characters other than tab and line breaks, halves of surrogate pairs, and
    /// code points that stand for no character.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The same text where there is none of them.</returns>
    public static string Of(string text) => Escape(text, IsUnwritable);

    /// <summary>The same, and what changes the direction of the text after it, by which one name can look like another.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The same text where there is none of them.</returns>
    public static string InOneDirection(string text) => Escape(text, (all, index) => IsUnwritable(all, index) || IsDirection(all[index]));

    private static string Escape(string text, Func<string, int, bool> isEscaped)
    {
        StringBuilder? escaped = null;
        for (var index = 0; index < text.Length; index++)
        {
            if (isEscaped(text, index))
            {
                escaped ??= new StringBuilder(text, 0, index, text.Length + 16);
                escaped.Append(@"\u").Append(((int)text[index]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                escaped?.Append(text[index]);
            }
        }

        return escaped?.ToString() ?? text;
    }

    private static bool IsUnwritable(string text, int index)
    {
        var character = text[index];
        return character is '\uFFFE' or '\uFFFF'
            || (char.IsControl(character) && character is not ('\t' or '\n' or '\r'))
            || (char.IsSurrogate(character) && !IsInPair(text, index));
    }

    private static bool IsInPair(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);

    private static bool IsDirection(char character) =>
        character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
