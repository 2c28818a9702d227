namespace CisPosture.SecurityHub;

/// <summary>Makes texts short enough for the format.</summary>
internal static class AsffText
{
    private const string Ellipsis = "…";

    /// <summary>The text; where it is too long its beginning, with a mark of what is left out.</summary>
    /// <param name="text">A text.</param>
    /// <param name="most">How many characters may remain.</param>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // Half of a pair is no character.
        var length = most - Ellipsis.Length;
        return text.Substring(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length) + Ellipsis;
    }

    /// <summary>The same, or another text where there is nothing to read in it, which the format refuses.</summary>
    /// <param name="text">A text.</param>
    /// <param name="most">How many characters may remain.</param>
    /// <param name="otherwise">What stands for an empty one.</param>
    public static string Cut(string? text, int most, string otherwise) => Cut(string.IsNullOrWhiteSpace(text) ? otherwise : text!, most);
}
