using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

public sealed class ReferencePatternTests
{
    [Theory]
    [MemberData(nameof(ReferencePatterns.All), MemberType = typeof(ReferencePatterns))]
    public void Every_reference_pattern_matches_itself_in_every_mode(string control, string text)
    {
        var reference = FilterPattern.Parse(text);

        foreach (var mode in Enum.GetValues<PatternMode>())
        {
            var comparison = FilterPatternComparer.Compare(text, reference, mode);

            Assert.True(comparison.IsMatch, $"{control}, {mode}: {comparison.Explanation}");
            Assert.Equal(PatternCoverage.Same, comparison.Coverage);
            Assert.Equal(0, comparison.Distance);
            Assert.Empty(comparison.Differences);
        }
    }

    [Theory]
    [MemberData(nameof(ReferencePatterns.All), MemberType = typeof(ReferencePatterns))]
    public void No_reference_pattern_matches_that_of_another_control(string control, string text)
    {
        foreach (var (other, reference) in ReferencePatterns.All.Select(row => row.Data).Where(row => row.Item2 != text))
        {
            Assert.False(FilterPatternComparer.Compare(text, FilterPattern.Parse(reference), PatternMode.AtLeast).IsMatch, $"{control} passes for {other}");
        }
    }

    [Theory]
    [MemberData(nameof(ReferencePatterns.All), MemberType = typeof(ReferencePatterns))]
    public void The_canonical_form_of_a_reference_pattern_reads_as_the_same_pattern(string control, string text)
    {
        var reference = FilterPattern.Parse(text);

        Assert.True(reference.Equals(FilterPattern.Parse(reference.ToString())), $"{control}: {reference}");
    }
}
