namespace CisPosture.Core.Tests.FilterPatterns;

/// <summary>Every event over two fields and a handful of values, among which the generated conditions differ.</summary>
internal static class EventSpace
{
    public static readonly string[] Selectors = ["$.a", "$.b[0].c"];

    private static readonly object?[] Values = [null, true, false, "x", "y", "xy", "xzy", "x*y", "yx", "*", string.Empty, "1", "true", 1m, 1.5m, 2m];

    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> All { get; } = [.. States(Selectors[0]).SelectMany(first => States(Selectors[1]).Select(second => Event([.. first, .. second])))];

    private static IEnumerable<KeyValuePair<string, object?>[]> States(string selector) => [[], .. Values.Select(value => new[] { KeyValuePair.Create(selector, value) })];

    private static Dictionary<string, object?> Event(KeyValuePair<string, object?>[] fields) => fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
}
