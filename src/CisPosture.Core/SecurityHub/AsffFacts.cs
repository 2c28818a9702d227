using System.Collections;
using System.Globalization;

namespace CisPosture.SecurityHub;

/// <summary>The facts of a finding as the few and short texts that the format takes.</summary>
internal static class AsffFacts
{
    /// <summary>The facts by name; null where none can be told.</summary>
    public static IReadOnlyDictionary<string, string>? Of(IReadOnlyDictionary<string, object?> facts)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var text = Text(fact.Value);

            // The format knows no empty text.
            if (texts.Count < AsffLimits.Fields && !string.IsNullOrWhiteSpace(text) && !string.IsNullOrWhiteSpace(fact.Key))
            {
                texts[AsffText.Cut(fact.Key, AsffLimits.FieldName)] = AsffText.Cut(text, AsffLimits.FieldValue);
            }
        }

        return texts.Count > 0 ? texts : null;
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => AsffTime.Of(time),
        IReadOnlyDictionary<string, object?> table => string.Join(", ", table.Select(fact => $"{fact.Key}={Text(fact.Value)}")),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Text)),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
