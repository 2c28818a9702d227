using Superpower;
using Superpower.Model;

namespace CisPosture.FilterPatterns;

/// <summary>Decides what kind of pattern a text is, and reads it where it is one for JSON events.</summary>
internal static class FilterPatternReader
{
    public static FilterPatternError? Read(string? text, out FilterNode? root)
    {
        root = null;
        return OtherKind(text ?? string.Empty) ?? ReadJson(text!, out root);
    }

    private static FilterPatternError? OtherKind(string text)
    {
        var start = text.Length - text.TrimStart().Length;
        if (start == text.Length)
            return Error(FilterPatternErrorKind.Empty, "the pattern is empty, so it selects every event", 0);

        if (text.Length > FilterPattern.MaximumLength)
        {
            var message = $"the pattern has {text.Length} characters; at most {FilterPattern.MaximumLength} are read";
            return Error(FilterPatternErrorKind.TooLong, message, FilterPattern.MaximumLength);
        }

        return text[start] switch
        {
            '{' => null,
            '[' => Error(FilterPatternErrorKind.SpaceDelimited, "the pattern is for space-delimited text, not for JSON events", start),
            _ => Error(FilterPatternErrorKind.UnstructuredText, "the pattern looks for words in text, not for fields of JSON events", start),
        };
    }

    private static FilterPatternError? ReadJson(string text, out FilterNode? root)
    {
        root = null;
        var tokens = FilterTokenizer.Instance.TryTokenize(text);
        if (!tokens.HasValue)
            return Syntax(tokens.FormatErrorMessageFragment(), tokens.ErrorPosition, text);

        if (TooDeep(tokens.Value) is { } error)
            return error;

        var result = FilterGrammar.Pattern.TryParse(tokens.Value);
        if (!result.HasValue)
            return Syntax(result.FormatErrorMessageFragment(), result.ErrorPosition, text);

        root = result.Value;
        return null;
    }

    // Checked before parsing, because the parser descends once a bracket and a hostile text must not exhaust the stack.
    private static FilterPatternError? TooDeep(TokenList<FilterToken> tokens)
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
            if (depth > FilterPattern.MaximumDepth)
                return Error(FilterPatternErrorKind.TooDeep, $"more than {FilterPattern.MaximumDepth} brackets are inside each other", token.Position.Absolute);
        }

        return null;
    }

    private static FilterPatternError Syntax(string message, Position position, string text) =>
        Error(FilterPatternErrorKind.Syntax, message, position.HasValue ? position.Absolute : text.Length);

    private static FilterPatternError Error(FilterPatternErrorKind kind, string message, int position) =>
        new() { Kind = kind, Message = message, Position = position };
}
