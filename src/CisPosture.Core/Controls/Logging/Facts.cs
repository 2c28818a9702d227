namespace CisPosture.Controls.Logging;

/// <summary>Puts a verdict's facts together, without those that are not known.</summary>
internal static class Facts
{
    public static IReadOnlyDictionary<string, object?> Of(params (string Name, object? Value)[] facts) =>
        facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, object?> With(
        this IReadOnlyDictionary<string, object?> facts, params (string Name, object? Value)[] more) =>
        Of([.. facts.Select(fact => (fact.Key, fact.Value)), .. more]);

    public static IReadOnlyDictionary<string, object?> With(
        this IReadOnlyDictionary<string, object?> facts, IReadOnlyDictionary<string, object?> more) =>
        facts.With([.. more.Select(fact => (fact.Key, fact.Value))]);
}
