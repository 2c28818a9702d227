using System.Text.RegularExpressions;

namespace CisPosture;

/// <summary>A pattern over control ids in which * stands for any characters and ? for one, as in "3.*" or "1.1?".</summary>
public sealed class ControlIdPattern
{
    private static readonly Regex Form = new(@"^[0-9.*?]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private readonly Regex _expression;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">Digits, dots, * and ?.</param>
    /// <exception cref="PostureException">The pattern has other characters.</exception>
    public ControlIdPattern(string pattern)
    {
        if (!Form.IsMatch(pattern))
        {
            throw new PostureException(
                ErrorId.ControlIdInvalid,
                $"'{pattern}' is not a pattern of control ids. Use digits, a dot, * and ?, for example 3.* or 1.1?.",
                pattern);
        }

        var body = Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".");
        _expression = new Regex($"^{body}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>True where the text holds * or ?.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is a pattern rather than an id.</returns>
    public static bool HasWildcard(string text) => text.IndexOfAny(['*', '?']) >= 0;

    /// <summary>True where the id matches.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Whether it matches.</returns>
    public bool Matches(ControlId id) => _expression.IsMatch(id.ToString());
}
