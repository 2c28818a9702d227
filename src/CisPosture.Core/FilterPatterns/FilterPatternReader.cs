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
        root = FilterSyntax.Read(text, FilterPattern.MaximumDepth, out var error);
        return error is null
            ? null
            : Error(error.IsTooDeep ? FilterPatternErrorKind.TooDeep : FilterPatternErrorKind.Syntax, error.Message, error.Position);
    }

    private static FilterPatternError Error(FilterPatternErrorKind kind, string message, int position) =>
        new() { Kind = kind, Message = message, Position = position };
}
