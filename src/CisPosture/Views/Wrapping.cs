using System.Management.Automation.Host;
using System.Text;

namespace CisPosture.Views;

/// <summary>Breaks text between words for the last column of a table; the formatter by itself breaks inside of them.</summary>
internal static class Wrapping
{
    private const int WidthWithoutScreen = 120;
    private const int LeastWidth = 20;

    /// <summary>The room that is left of the host's line.</summary>
    /// <param name="host">The host.</param>
    /// <param name="taken">What the other columns take.</param>
    /// <returns>A number of characters.</returns>
    public static int RoomBeside(int taken, PSHost? host) => Math.Max(LeastWidth, LineWidth(host) - taken);

    /// <summary>Breaks a text into lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most characters of a line; a longer word has a line of its own.</param>
    /// <returns>The text with line breaks.</returns>
    public static string Words(string text, int width)
    {
        var lines = new StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' '))
        {
            var separator = lines.Length == 0 ? string.Empty : length + 1 + word.Length > width ? "\n" : " ";
            length = separator == " " ? length + 1 + word.Length : word.Length;
            lines.Append(separator).Append(word);
        }

        return lines.ToString();
    }

    // Jobs and remote sessions have a host without a screen, which says so by throwing or by a width of nothing.
    private static int LineWidth(PSHost? host)
    {
        try
        {
            var width = host?.UI?.RawUI?.BufferSize.Width ?? 0;
            return width > 0 ? width : WidthWithoutScreen;
        }
        catch (Exception failure) when (failure is HostException or NotImplementedException or NotSupportedException)
        {
            return WidthWithoutScreen;
        }
    }
}
