namespace CisPosture.Aws.Collectors;

/// <summary>Bridges what the SDK leaves out (null lists, times of unstated kind) to what evidence holds.</summary>
internal static class WireValues
{
    public static IReadOnlyList<T> OrEmpty<T>(this List<T>? list) => list is null ? [] : list;

    public static DateTimeOffset AsUtc(this DateTime time) =>
        new(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public static DateTimeOffset? AsUtc(this DateTime? time) => time?.AsUtc();

    public static IReadOnlyList<string> Sorted(this IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().OrderBy(text => text, StringComparer.Ordinal)];
}
