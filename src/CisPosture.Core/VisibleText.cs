using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CisPosture;

/// <summary>Texts from AWS for formats and terminals that cannot take every character, or in which some would mislead whoever reads them.</summary>
internal static class VisibleText
{
    // The carriage return goes with the line feed after it; U+0085, U+2028 and U+2029 begin a line as well.
    private static readonly Regex Space = new(@"\r\n|[\t\n\v\f\r\u0085\u2028\u2029]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

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

    /// <summary>The same as one line, for a place that has just one: line breaks and tabs are spaces.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A text that a terminal shows as it stands; an escape sequence in it moves and colours nothing.</returns>
    public static string OnOneLine(string text) => InOneDirection(Space.Replace(text, " "));

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
