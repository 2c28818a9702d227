namespace CisPosture.Reports.Html;

/// <summary>Texts that are written once and then named by their number.</summary>
internal sealed class NumberedTexts
{
    /// <summary>The number of a text that is not there.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The texts by number.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The number of a text, which is made visible first.</summary>
    /// <param name="text">The text, or null.</param>
    /// <returns>Its number.</returns>
    public int this[string? text]
    {
        get
        {
            if (text is null)
            {
                return None;
            }

            if (!_numbers.TryGetValue(text, out var number))
            {
                _numbers[text] = number = _texts.Count;
                _texts.Add(VisibleText.InOneDirection(text));
            }

            return number;
        }
    }
}
