using System.Management.Automation.Host;
using System.Text;

namespace CisPosture.Views;

/// <summary>Breaks text between words. The formatter by itself does so in a few languages only, and breaks inside of words elsewhere.</summary>
internal static class Wrapping
{
    private const int WidthWithoutScreen = 120;
    private const int LeastWidth = 12;
    private const string Indent = "  ";

    // The formatter leaves it free, so that terminals which move on by themselves do not show empty lines.
    private const int LastColumn = 1;

    /// <summary>The room that is left of the host's line.</summary>
    /// <param name="taken">What the line holds already, in characters.</param>
    /// <param name="host">The host.</param>
    /// <returns>A number of characters.</returns>
    public static int RoomBeside(int taken, PSHost? host) => Math.Max(LeastWidth, LineWidth(host) - taken);

    /// <summary>Breaks a text into lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most characters of a line.</param>
    /// <returns>The text with line breaks.</returns>
    public static string Words(string text, int width) => string.Join("\n", Lines(text, width));

    /// <summary>Puts each text on lines of its own.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="width">The most characters of a line; all lines of a text but its first are indented.</param>
    /// <returns>The texts with line breaks.</returns>
    public static string Items(IEnumerable<string> texts, int width) => string.Join("\n", texts.Select(text => Item(text, width)));

    /// <summary>Breaks a text into lines, between words where a word is no longer than a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most characters of a line.</param>
    /// <returns>The lines; one that is empty for an empty text.</returns>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in text.Trim(' ').Split(' ').SelectMany(word => Pieces(word, width)))
        {
            if (line.Length + piece.Separator.Length + piece.Text.Length > width && line.Length > 0)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length == 0 ? string.Empty : piece.Separator).Append(piece.Text);
        }

        lines.Add(line.ToString());
        return lines;
    }

    private static string Item(string text, int width)
    {
        var trimmed = text.Trim(' ');
        var first = Lines(trimmed, width)[0];
        return first.Length == trimmed.Length ? first : first + "\n" + Indented(trimmed.Substring(first.Length).TrimStart(' '), width);
    }

    private static string Indented(string text, int width) => string.Join("\n", Lines(text, width - Indent.Length).Select(line => Indent + line));

    // A name that is longer than a line goes over several, and loses nothing.
    private static IEnumerable<(string Separator, string Text)> Pieces(string word, int width)
    {
        var start = 0;
        var separator = " ";
        while (word.Length - start > width)
        {
            var length = char.IsHighSurrogate(word[start + width - 1]) ? width - 1 : width;
            yield return (separator, word.Substring(start, length));
            start += length;
            separator = string.Empty;
        }

        yield return (separator, word.Substring(start));
    }

    // Jobs and remote sessions have a host without a screen, which says so by throwing or by a width of nothing.
    private static int LineWidth(PSHost? host)
    {
        try
        {
            var width = host?.UI?.RawUI?.BufferSize.Width ?? 0;
            return (width > 0 ? width : WidthWithoutScreen) - LastColumn;
        }
        catch (Exception failure) when (failure is HostException or NotImplementedException or NotSupportedException)
        {
            return WidthWithoutScreen - LastColumn;
        }
    }
}
