using Superpower;
using Superpower.Model;

namespace CisPosture.FilterPatterns;

/// <summary>Reads the text of a filter pattern for JSON events. No type of the parser's library shows.</summary>
internal static class FilterSyntax
{
    /// <summary>Reads a pattern, braces included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximumDepth">The most brackets inside each other that are followed.</param>
    /// <param name="error">Why there is no pattern; null where there is.</param>
    /// <returns>The conditions; null where the text is no pattern.</returns>
    public static FilterNode? Read(string text, int maximumDepth, out FilterSyntaxError? error)
    {
        var tokens = FilterTokenizer.Instance.TryTokenize(text);
        error = tokens.HasValue ? TooDeep(tokens.Value, maximumDepth) : Syntax(tokens.FormatErrorMessageFragment(), tokens.ErrorPosition, text);
        if (error is not null)
            return null;

        var result = FilterGrammar.Pattern.TryParse(tokens.Value);
        error = result.HasValue ? null : Syntax(result.FormatErrorMessageFragment(), result.ErrorPosition, text);
        return result.HasValue ? result.Value : null;
    }

    // Checked before parsing, because the parser descends once a bracket and a hostile text must not exhaust the stack.
    private static FilterSyntaxError? TooDeep(TokenList<FilterToken> tokens, int maximumDepth)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.Kind switch
            {
                FilterToken.OpenBracket => 1,
                FilterToken.CloseBracket => -1,
                _ => 0,
            };
            if (depth > maximumDepth)
                return new FilterSyntaxError(IsTooDeep: true, $"more than {maximumDepth} brackets are inside each other", token.Position.Absolute);
        }

        return null;
    }

    private static FilterSyntaxError Syntax(string message, Position position, string text) =>
        new(IsTooDeep: false, message, position.HasValue ? position.Absolute : text.Length);
}
