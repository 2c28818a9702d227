namespace CisPosture.Sandbox.State.CloudTrail;

/// <summary>A condition of an advanced event selector.</summary>
public sealed class FieldSelector
{
    /// <summary>The event's field.</summary>
    public required string Field { get; init; }

    /// <summary>Values one of which the field must equal.</summary>
    public List<string> EqualTo { get; init; } = [];

    /// <summary>Values that it must not equal.</summary>
    public List<string> NotEqualTo { get; init; } = [];

    /// <summary>Beginnings one of which it must have.</summary>
    public List<string> StartsWith { get; init; } = [];

    /// <summary>Beginnings that it must not have.</summary>
    public List<string> NotStartsWith { get; init; } = [];

    /// <summary>Endings one of which it must have.</summary>
    public List<string> EndsWith { get; init; } = [];

    /// <summary>Endings that it must not have.</summary>
    public List<string> NotEndsWith { get; init; } = [];
}
