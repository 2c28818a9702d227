namespace CisPosture.FilterPatterns;

/// <summary>Holds metric filters' patterns against reference patterns.</summary>
public static class FilterPatternComparer
{
    /// <summary>Holds one pattern against one reference. Whatever the text is, nothing is thrown.</summary>
    /// <param name="candidate">The pattern as stored, or null.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="mode">How strictly.</param>
    /// <returns>Whether it matches, and every difference.</returns>
    public static PatternComparison Compare(string? candidate, FilterPattern reference, PatternMode mode) =>
        FilterPattern.TryParse(candidate, out var pattern, out var error)
            ? Compare(pattern, reference, mode)
            : Unreadable(error, reference, mode);

    /// <summary>Holds one pattern against one reference.</summary>
    /// <param name="candidate">The pattern.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="mode">How strictly.</param>
    /// <returns>Whether it matches, and every difference.</returns>
    public static PatternComparison Compare(FilterPattern candidate, FilterPattern reference, PatternMode mode)
    {
        var coverage = Coverage(candidate, reference);
        var differences = Differences(candidate, reference, mode);
        return new PatternComparison
        {
            Mode = mode,
            Reference = reference,
            IsMatch = IsMatch(candidate, reference, mode),
            Coverage = coverage,
            Differences = differences,
            Distance = differences.Count,
        };
    }

    /// <summary>Whether a pattern satisfies the mode; much cheaper than a comparison, which looks for every difference.</summary>
    /// <param name="candidate">The pattern.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="mode">How strictly.</param>
    /// <returns>Whether it matches.</returns>
    public static bool IsMatch(FilterPattern candidate, FilterPattern reference, PatternMode mode) => mode switch
    {
        PatternMode.Exact => IsSameText(candidate.Text, reference.Text),
        PatternMode.Equivalent => candidate.Equals(reference),
        PatternMode.AtLeast => candidate.Equals(reference) || Implication.Holds(reference.Root, candidate.Root),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode is Exact, Equivalent or AtLeast."),
    };

    /// <summary>Holds one pattern against a reference and its accepted variants, and answers with the one that it matches, or else comes closest to.</summary>
    /// <param name="candidate">The pattern as stored, or null.</param>
    /// <param name="references">The reference first, then the accepted variants; at least one.</param>
    /// <param name="mode">How strictly.</param>
    /// <returns>The first match, or the comparison of the smallest distance; of equals the earlier.</returns>
    public static PatternComparison CompareAny(string? candidate, IReadOnlyList<FilterPattern> references, PatternMode mode) =>
        Closest(references.Select(reference => Compare(candidate, reference, mode)));

    /// <summary>The comparison to report of several: the first match, or else the one of the smallest distance; of equals the earlier.</summary>
    /// <param name="comparisons">The comparisons; at least one.</param>
    /// <returns>One of them.</returns>
    public static PatternComparison Closest(IEnumerable<PatternComparison> comparisons) =>
        comparisons.OrderByDescending(comparison => comparison.IsMatch).ThenBy(comparison => comparison.Distance).First();

    private static PatternCoverage Coverage(FilterPattern candidate, FilterPattern reference)
    {
        if (candidate.Equals(reference))
            return PatternCoverage.Same;

        var isWider = Implication.Holds(reference.Root, candidate.Root);
        var isNarrower = Implication.Holds(candidate.Root, reference.Root);
        return (isWider, isNarrower) switch
        {
            (true, true) => PatternCoverage.Same,
            (true, false) => PatternCoverage.Wider,
            (false, true) => PatternCoverage.Narrower,
            _ => PatternCoverage.Different,
        };
    }

    private static IReadOnlyList<PatternDifference> Differences(FilterPattern candidate, FilterPattern reference, PatternMode mode)
    {
        var differences = PatternDifferences.Between(candidate, reference);
        var isOtherText = mode == PatternMode.Exact && differences.Count == 0 && !IsSameText(candidate.Text, reference.Text);
        return isOtherText
            ? [new PatternDifference { Kind = PatternDifferenceKind.DifferentText, Expected = reference.Text, Actual = candidate.Text }]
            : differences;
    }

    private static PatternComparison Unreadable(FilterPatternError error, FilterPattern reference, PatternMode mode) => new()
    {
        Mode = mode,
        Reference = reference,
        IsMatch = false,
        Coverage = PatternCoverage.Unknown,
        Differences = [new PatternDifference { Kind = PatternDifferenceKind.Unreadable, Expected = reference.Text, Actual = error.ToString() }],
        Distance = PatternComparison.UnreadableDistance,
        Error = error,
    };

    private static bool IsSameText(string candidate, string reference) => string.Equals(candidate.Trim(), reference.Trim(), StringComparison.Ordinal);
}
