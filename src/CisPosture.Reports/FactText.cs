using System.Collections;
using System.Globalization;

namespace CisPosture.Reports;

/// <summary>The facts of a finding as text.</summary>
internal static class FactText
{
    /// <summary>A fact's value: lists with commas, nothing as none.</summary>
    /// <param name="value">A text, a number, true or false, a list, a table, or null.</param>
    /// <returns>The text.</returns>
    public static string Of(object? value) => value switch
    {
        null => "none",
        string text => text,
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, object?> table => string.Join(", ", table.Select(fact => $"{fact.Key}={Of(fact.Value)}")),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Of)),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>All facts, one a line.</summary>
    /// <param name="facts">The facts by name.</param>
    /// <returns>The lines.</returns>
    public static IEnumerable<string> Lines(IReadOnlyDictionary<string, object?> facts) => facts.Select(fact => $"{fact.Key}: {Of(fact.Value)}");
}
