using CisPosture.Accounts;
using CisPosture.FilterPatterns;

namespace CisPosture.Controls.Monitoring;

/// <summary>Holds metric filters against the control's pattern, each distinct text once.</summary>
internal sealed class FilterMatching
{
    private const int MostDifferences = 3;

    private readonly ChainRules _rules;
    private readonly Dictionary<string, PatternComparison> _comparisons = new(StringComparer.Ordinal);

    public FilterMatching(ChainRules rules) => _rules = rules;

    public PatternComparison Compare(MetricFilter filter)
    {
        if (!_comparisons.TryGetValue(filter.FilterPattern, out var comparison))
        {
            comparison = FilterPatternComparer.CompareAny(filter.FilterPattern, _rules.References, _rules.Mode);
            _comparisons.Add(filter.FilterPattern, comparison);
        }

        return comparison;
    }

    public bool IsMatch(MetricFilter filter) => Compare(filter).IsMatch;

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
