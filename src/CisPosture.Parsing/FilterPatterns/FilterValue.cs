namespace CisPosture.FilterPatterns;

/// <summary>
/// What a field is compared with. In text an escaped quotation mark is unescaped; every other escape stays as written, because CloudWatch
/// Logs documents none, and two spellings that may differ must not be taken for one.
/// </summary>
internal sealed record FilterValue(FilterValueKind Kind, string Text)
{
    /// <summary>True for the text that any value matches.</summary>
    public bool IsAnything => Kind == FilterValueKind.Text && Text is "*" or "**";

    public static FilterValue Quoted(string text) => new(FilterValueKind.Text, text.Replace("\\\"", "\""));

    public static FilterValue Expression(string text) => new(FilterValueKind.Expression, text);

    public static FilterValue Number(FilterNumber number) => new(FilterValueKind.Number, number.ToString());

    public static FilterValue Bare(string word)
    {
        // A number that may be an identifier, such as an account id with a leading zero, keeps its spelling.
        if (FilterNumber.TryParse(word, out var number))
            return new FilterValue(FilterValueKind.Number, number.HasPlainSpelling ? number.ToString() : word);

        return new FilterValue(word is "true" or "false" or "null" ? FilterValueKind.Constant : FilterValueKind.Text, word);
    }

    public override string ToString() => Kind switch
    {
        FilterValueKind.Expression => $"%{Text}%",
        FilterValueKind.Text when !IsBareText => $"\"{Text.Replace("\"", "\\\"")}\"",
        _ => Text,
    };

    private bool IsBareText => Text.Length > 0 && Text.All(FilterTokenizer.IsWordCharacter) && Bare(Text).Kind == FilterValueKind.Text;
}
