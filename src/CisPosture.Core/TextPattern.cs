using System.Text.RegularExpressions;

namespace CisPosture;

/// <summary>A pattern over names in which * stands for any characters and ? for one. Case does not matter, as in PowerShell.</summary>
public sealed class TextPattern
{
    private readonly Regex _expression;

    /// <summary>Reads a pattern; every text is one.</summary>
    /// <param name="pattern">The pattern; all characters but * and ? stand for themselves.</param>
    public TextPattern(string pattern)
    {
        Pattern = pattern;
        var body = Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".");
        _expression = new Regex($@"\A{body}\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
    }

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>True where the whole text matches.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it matches.</returns>
    public bool Matches(string text) => _expression.IsMatch(text);

    /// <summary>The pattern as it was written.</summary>
    public override string ToString() => Pattern;
}
