namespace CisPosture.FilterPatterns;

/// <summary>One way in which a pattern departs from the reference.</summary>
public sealed record PatternDifference
{
    /// <summary>What kind of departure it is.</summary>
    public required PatternDifferenceKind Kind { get; init; }

    /// <summary>What the reference says; null where it says nothing.</summary>
    public string? Expected { get; init; }

    /// <summary>What the pattern says; null where it says nothing.</summary>
    public string? Actual { get; init; }

    /// <summary>
    /// For an additional condition, the operator that joins it to the conditions of the reference: <c>&amp;&amp;</c> narrows, <c>||</c>
    /// widens; null where nothing is shared.
    /// </summary>
    public string? JoinedBy { get; init; }

    /// <summary>The departure in plain words, such as <c>missing: $.eventName = DeletePolicy</c>.</summary>
    public override string ToString() => Kind switch
    {
        PatternDifferenceKind.MissingCondition => $"missing: {Expected}",
        PatternDifferenceKind.AdditionalCondition => JoinedBy is null ? $"additional: {Actual}" : $"additional: {JoinedBy} {Actual}",
        PatternDifferenceKind.WrongOperator => $"wrong operator: {Actual} instead of {Expected}",
        PatternDifferenceKind.WrongValue => $"wrong value: {Actual} instead of {Expected}",
        PatternDifferenceKind.DifferentGrouping => $"joined differently: {Actual} instead of {Expected}",
        PatternDifferenceKind.DifferentText => "same meaning, other text",
        PatternDifferenceKind.Unreadable => $"not readable: {Actual}",
        _ => throw new InvalidOperationException($"No wording for {Kind}."),
    };
}
