using CisPosture.Accounts;
using CisPosture.FilterPatterns;

namespace CisPosture.Controls.Monitoring;

/// <summary>Holds metric filters against the control's pattern.</summary>
internal sealed class FilterMatching
{
    private const int MostDifferences = 3;

    private readonly StoredPatterns _patterns;
    private readonly ChainRules _rules;
    private readonly Dictionary<string, PatternComparison> _comparisons = new(StringComparer.Ordinal);

    public FilterMatching(AccountEvidence evidence, ChainRules rules)
    {
        _patterns = StoredPatterns.Of(evidence);
        _rules = rules;
    }

    public bool IsMatch(MetricFilter filter) =>
        _patterns.Read(filter.FilterPattern) is { } pattern
        && _rules.References.Any(reference => FilterPatternComparer.IsMatch(pattern, reference, _rules.Mode));

    public PatternComparison Compare(MetricFilter filter)
    {
        if (!_comparisons.TryGetValue(filter.FilterPattern, out var comparison))
        {
            comparison = _patterns.Read(filter.FilterPattern) is { } pattern
                ? FilterPatternComparer.Closest(_rules.References.Select(reference => FilterPatternComparer.Compare(pattern, reference, _rules.Mode)))
                : FilterPatternComparer.CompareAny(filter.FilterPattern, _rules.References, _rules.Mode);
            _comparisons.Add(filter.FilterPattern, comparison);
        }

        return comparison;
    }

    /// <summary>What a reader should know of a pattern that matches but is not the benchmark's own text.</summary>
    public IEnumerable<string> NotesOn(MetricFilter filter)
    {
        var comparison = Compare(filter);
        if (!ReferenceEquals(comparison.Reference, _rules.References[0]))
        {
            yield return $"Metric filter {filter.FilterName} has the pattern of a later benchmark edition.";
        }
        else if (comparison.Coverage == PatternCoverage.Wider)
        {
            yield return $"Metric filter {filter.FilterName} selects more events than the benchmark asks for: {Explain(comparison)}.";
        }
        else if (!string.Equals(filter.FilterPattern.Trim(), comparison.Reference.Text, StringComparison.Ordinal))
        {
            yield return $"The pattern of metric filter {filter.FilterName} means what the benchmark's does; a literal reading would want the same text.";
        }
    }

    public static string Explain(PatternComparison comparison)
    {
        var shown = string.Join("; ", comparison.Differences.Take(MostDifferences));
        var rest = comparison.Differences.Count - MostDifferences;
        return rest > 0 ? $"{shown}; and {rest} more" : shown;
    }
}
