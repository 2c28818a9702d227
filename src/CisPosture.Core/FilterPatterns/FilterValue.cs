using System.Text.RegularExpressions;

namespace CisPosture.FilterPatterns;

/// <summary>
/// What a field is compared with. In text an escaped quotation mark is unescaped; every other escape stays as written, because CloudWatch
/// Logs documents none, and two spellings that may differ must not be taken for one.
/// </summary>
internal sealed record FilterValue(FilterValueKind Kind, string Text)
{
    // A number with a leading zero, a bare fraction or a capital E may be an identifier, such as an account id; it keeps its spelling.
    private static readonly Regex PlainNumber =
        new(@"^[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?(e[+-]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>True for the text that any value matches.</summary>
    public bool IsAnything => Kind == FilterValueKind.Text && Text is "*" or "**";

    public static FilterValue Quoted(string text) => new(FilterValueKind.Text, text.Replace("\\\"", "\""));

    public static FilterValue Expression(string text) => new(FilterValueKind.Expression, text);

    public static FilterValue Number(FilterNumber number) => new(FilterValueKind.Number, number.ToString());

    public static FilterValue Bare(string word)
    {
        if (FilterNumber.TryParse(word, out var number))
        {
            return new FilterValue(FilterValueKind.Number, PlainNumber.IsMatch(word) ? number.ToString() : word);
        }

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
