namespace CisPosture.Sandbox.State.CloudTrail;

/// <summary>An advanced event selector.</summary>
public sealed class AdvancedEventSelector
{
    /// <summary>Free text.</summary>
    public string? Name { get; set; }

    /// <summary>Its conditions, which must all hold.</summary>
    public List<FieldSelector> FieldSelectors { get; init; } = [];
}
