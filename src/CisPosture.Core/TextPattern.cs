namespace CisPosture;

/// <summary>A pattern over names in which * stands for any characters and ? for one. Case does not matter, as in PowerShell and in IAM.</summary>
public sealed class TextPattern
{
    /// <summary>Reads a pattern; every text is one.</summary>
    /// <param name="pattern">The pattern; all characters but * and ? stand for themselves.</param>
    public TextPattern(string pattern) => Pattern = pattern;

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>True where the whole text matches.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it matches.</returns>
    public bool Matches(string text)
    {
        // Where the last star leads nowhere, it takes one character more; earlier stars never need to be looked at again. So no pattern,
        // and policies hold what anybody wrote, takes long.
        var (at, from, star, resume) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (from < Pattern.Length && Pattern[from] == '*')
            {
                (star, resume) = (from++, at);
            }
            else if (from < Pattern.Length && (Pattern[from] == '?' || IsSame(Pattern[from], text[at])))
            {
                (at, from) = (at + 1, from + 1);
            }
            else if (star >= 0)
            {
                (from, at) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return Pattern.Skip(from).All(character => character == '*');
    }

    /// <summary>The pattern as it was written.</summary>
    public override string ToString() => Pattern;

    private static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
