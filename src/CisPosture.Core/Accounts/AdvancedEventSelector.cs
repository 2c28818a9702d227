namespace CisPosture.Accounts;

/// <summary>An advanced event selector: all of its field conditions must hold.</summary>
public sealed record AdvancedEventSelector
{
    /// <summary>Free text.</summary>
    public string? Name { get; init; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<EventFieldSelector> FieldSelectors { get; init; } = [];
}
