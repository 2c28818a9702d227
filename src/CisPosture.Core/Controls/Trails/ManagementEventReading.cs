using CisPosture.Accounts;

namespace CisPosture.Controls.Trails;

/// <summary>Reads from a trail's selectors which management events it records. Selector names are free text and tell nothing.</summary>
internal sealed record ManagementEventReading(ManagementEventCoverage Coverage, IReadOnlyList<string> ExcludedEventSources)
{
    private const string Management = "Management";

    // CloudTrail offers to leave out these two, and only these, because of their volume. Whoever leaves out another source narrows the trail.
    private static readonly HashSet<string> ExcludableSources = new(StringComparer.OrdinalIgnoreCase) { "kms.amazonaws.com", "rdsdata.amazonaws.com" };

    public static ManagementEventReading Unknown { get; } = new(ManagementEventCoverage.Unknown, []);

    public static ManagementEventReading Of(TrailEventSelectors selectors)
    {
        if (selectors.Classic.Count == 0 && selectors.Advanced.Count == 0)
        {
            return new ManagementEventReading(ManagementEventCoverage.All, []);
        }

        var streams = selectors.Classic.Where(selector => selector.IncludeManagementEvents).Select(StreamOf)
            .Concat(selectors.Advanced.Where(IsForManagementEvents).Where(IsNotNarrowed).Select(StreamOf))
            .Where(stream => stream.ExcludedSources.All(ExcludableSources.Contains))
            .ToList();
        return Combine([.. streams.Where(stream => stream.HasReads)], [.. streams.Where(stream => stream.HasWrites)]);
    }

    private static ManagementEventReading Combine(List<EventStream> reads, List<EventStream> writes)
    {
        if (reads.Count == 0 || writes.Count == 0)
        {
            return new ManagementEventReading(ManagementEventCoverage.Partial, []);
        }

        var excluded = LeftOutByAll(reads)
            .Union(LeftOutByAll(writes), StringComparer.OrdinalIgnoreCase)
            .OrderBy(source => source, StringComparer.Ordinal)
            .ToList();
        return new ManagementEventReading(
            excluded.Count == 0 ? ManagementEventCoverage.All : ManagementEventCoverage.AllWithExclusions, excluded);
    }

    // Selectors add up: what one leaves out, another may record.
    private static IEnumerable<string> LeftOutByAll(List<EventStream> streams) =>
        streams.Select(stream => stream.ExcludedSources).Aggregate((some, others) => [.. some.Intersect(others, StringComparer.OrdinalIgnoreCase)]);

    private static EventStream StreamOf(EventSelector selector) => new(
        HasReads: !Is(selector.ReadWriteType, "WriteOnly"),
        HasWrites: !Is(selector.ReadWriteType, "ReadOnly"),
        selector.ExcludeManagementEventSources);

    private static EventStream StreamOf(AdvancedEventSelector selector)
    {
        var conditions = selector.FieldSelectors.Where(condition => Is(condition.Field, "readOnly")).ToList();
        return new EventStream(
            HasReads: conditions.All(condition => Lets(condition, "true")),
            HasWrites: conditions.All(condition => Lets(condition, "false")),
            [.. selector.FieldSelectors.Where(condition => Is(condition.Field, "eventSource")).SelectMany(condition => condition.NotEqualTo)]);
    }

    private static bool IsForManagementEvents(AdvancedEventSelector selector) =>
        selector.FieldSelectors.Any(condition => Is(condition.Field, "eventCategory") && condition.EqualTo.Any(value => Is(value, Management)));

    private static bool IsNotNarrowed(AdvancedEventSelector selector) => selector.FieldSelectors.All(condition =>
        Is(condition.Field, "eventCategory") || Is(condition.Field, "readOnly") || (Is(condition.Field, "eventSource") && OnlyLeavesOut(condition)));

    private static bool OnlyLeavesOut(EventFieldSelector condition) =>
        condition.EqualTo.Count + condition.StartsWith.Count + condition.NotStartsWith.Count + condition.EndsWith.Count + condition.NotEndsWith.Count == 0;

    private static bool Lets(EventFieldSelector condition, string value) =>
        (condition.EqualTo.Count == 0 || condition.EqualTo.Any(wanted => Is(wanted, value)))
        && !condition.NotEqualTo.Any(unwanted => Is(unwanted, value));

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private sealed record EventStream(bool HasReads, bool HasWrites, IReadOnlyList<string> ExcludedSources);
}
