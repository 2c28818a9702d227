using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

public sealed class PatternDifferenceTests
{
    [Theory]
    [InlineData(
        "{ $.a = x || $.a = y }",
        "{ $.a = x || $.a = y || $.a = z }",
        "missing: $.a = z")]
    [InlineData(
        "{ $.a = x || $.a = y || $.a = z }",
        "{ $.a = x || $.a = y }",
        "additional: || $.a = z")]
    [InlineData(
        "{ ($.a = x || $.a = y) && $.b != z }",
        "{ $.a = x || $.a = y }",
        "additional: && $.b != z")]
    [InlineData(
        "{ $.a = x && $.b = Yes }",
        "{ $.a = x && $.b != Yes }",
        "wrong operator: $.b = Yes instead of $.b != Yes")]
    [InlineData(
        "{ $.a = x && $.b IS NULL }",
        "{ $.a = x && $.b NOT EXISTS }",
        "wrong operator: $.b IS NULL instead of $.b NOT EXISTS")]
    [InlineData(
        "{ $.a = UnauthorizedOperation }",
        "{ $.a = *UnauthorizedOperation }",
        "wrong value: $.a = UnauthorizedOperation instead of $.a = *UnauthorizedOperation")]
    [InlineData(
        "{ $.a = createtrail || $.a = DeleteTrail }",
        "{ $.a = CreateTrail || $.a = DeleteTrail }",
        "wrong value: $.a = createtrail instead of $.a = CreateTrail")]
    [InlineData(
        "{ $.a = \"1\" }",
        "{ $.a = 1 }",
        "wrong value: $.a = \"1\" instead of $.a = 1")]
    [InlineData(
        "{ $.a = x && $.a = y && $.a = z }",
        "{ $.a = x || $.a = y || $.a = z }",
        "joined differently: $.a = x && $.a = y instead of $.a = x || $.a = y")]
    [InlineData(
        "{ $.s = src && $.n = a || $.n = b }",
        "{ $.s = src && ($.n = a || $.n = b) }",
        "joined differently: $.n = b || $.s = src instead of $.n = b && $.s = src")]
    [InlineData(
        "{ $.s = x && $.n = a || $.s = x && $.n = b }",
        "{ $.s = x && ($.n = a || $.n = b) }",
        "joined differently: $.n = b || $.s = x instead of $.n = b && $.s = x")]
    [InlineData(
        "{ $.a = x || $.a = x && $.b = y }",
        "{ $.a = x }",
        "additional: || $.b = y")]
    [InlineData(
        "{ $.a = x && ($.b = y || $.a = x) }",
        "{ $.a = x && $.b = y }",
        "joined differently: { $.a = x && ($.a = x || $.b = y) } instead of { $.a = x && $.b = y }")]
    [InlineData(
        "{ $.q = 1 }",
        "{ $.a = x && $.b = y }",
        "missing: $.a = x; missing: $.b = y; additional: $.q = 1")]
    public void Differences_are_told_in_plain_words(string candidate, string reference, string expected)
    {
        var comparison = FilterPatternComparer.Compare(candidate, FilterPattern.Parse(reference), PatternMode.Equivalent);

        Assert.Equal(expected, comparison.Explanation);
        Assert.Equal(comparison.Differences.Count, comparison.Distance);
    }

    [Fact]
    public void Differences_that_the_mode_tolerates_are_still_told()
    {
        var comparison = FilterPatternComparer.Compare("{ $.a = x || $.a = y }", FilterPattern.Parse("{ $.a = x }"), PatternMode.AtLeast);

        Assert.True(comparison.IsMatch);
        Assert.Equal("additional: || $.a = y", comparison.Explanation);
    }

    [Theory]
    [InlineData("{ $.a = y || $.a = x }", PatternCoverage.Same)]
    [InlineData("{ $.a = x || $.a = y || $.a = x && $.b = 1 }", PatternCoverage.Same)]
    [InlineData("{ $.a = x || $.a = y || $.a = z }", PatternCoverage.Wider)]
    [InlineData("{ $.a = * }", PatternCoverage.Wider)]
    [InlineData("{ $.a = x }", PatternCoverage.Narrower)]
    [InlineData("{ ($.a = x || $.a = y) && $.b = 1 }", PatternCoverage.Narrower)]
    [InlineData("{ $.a = x || $.a = z }", PatternCoverage.Different)]
    [InlineData("ERROR", PatternCoverage.Unknown)]
    public void The_events_selected_are_measured_against_the_reference(string candidate, PatternCoverage coverage) =>
        Assert.Equal(coverage, FilterPatternComparer.Compare(candidate, FilterPattern.Parse("{ $.a = x || $.a = y }"), PatternMode.Equivalent).Coverage);

    [Fact]
    public void The_closest_filter_is_the_match_or_else_the_one_with_the_fewest_differences()
    {
        var reference = FilterPattern.Parse(ReferencePatterns.TrailChanges);
        string[] candidates =
        [
            "ERROR",
            ReferencePatterns.SigninFailures,
            "{ $.eventName=CreateTrail || $.eventName=UpdateTrail }",
            "{ $.eventName=CreateTrail || $.eventName=UpdateTrail || $.eventName=DeleteTrail || $.eventName=StartLogging }",
            "{ $.eventName=CreateTrail }",
        ];

        var closest = Closest(candidates, reference);
        Assert.Equal("missing: $.eventName = StopLogging", closest.Explanation);

        var match = Closest([.. candidates, ReferencePatterns.TrailChanges], reference);
        Assert.True(match.IsMatch);
    }

    private static PatternComparison Closest(string[] candidates, FilterPattern reference) =>
        FilterPatternComparer.Closest(candidates.Select(candidate => FilterPatternComparer.Compare(candidate, reference, PatternMode.Equivalent)));
}
