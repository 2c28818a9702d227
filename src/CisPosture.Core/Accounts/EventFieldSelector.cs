namespace CisPosture.Accounts;

/// <summary>A condition of an advanced event selector. The lists in use must each hold.</summary>
public sealed record EventFieldSelector
{
    /// <summary>The field, such as eventCategory, readOnly or eventSource.</summary>
    public required string Field { get; init; }

    /// <summary>Values one of which the field must equal.</summary>
    public IReadOnlyList<string> EqualTo { get; init; } = [];

    /// <summary>Values that the field must not equal.</summary>
    public IReadOnlyList<string> NotEqualTo { get; init; } = [];

    /// <summary>Beginnings one of which the field must have.</summary>
    public IReadOnlyList<string> StartsWith { get; init; } = [];

    /// <summary>Beginnings that the field must not have.</summary>
    public IReadOnlyList<string> NotStartsWith { get; init; } = [];

    /// <summary>Endings one of which the field must have.</summary>
    public IReadOnlyList<string> EndsWith { get; init; } = [];

    /// <summary>Endings that the field must not have.</summary>
    public IReadOnlyList<string> NotEndsWith { get; init; } = [];
}
