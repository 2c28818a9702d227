namespace CisPosture.Accounts;

/// <summary>Which events a trail records; one of the two lists is in use.</summary>
public sealed record TrailEventSelectors
{
    /// <summary>Classic selectors; a trail with neither kind records all management events.</summary>
    public IReadOnlyList<EventSelector> Classic { get; init; } = [];

    /// <summary>Advanced selectors.</summary>
    public IReadOnlyList<AdvancedEventSelector> Advanced { get; init; } = [];
}
