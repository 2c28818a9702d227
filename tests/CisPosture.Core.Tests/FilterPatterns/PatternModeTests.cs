using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

/// <summary>The edges that the judging rules name for metric filters, as far as the pattern decides them.</summary>
public sealed class PatternModeTests
{
    [Theory]
    [InlineData("other order", "{ ($.errorCode = \"AccessDenied*\") || ($.errorCode = \"*UnauthorizedOperation\") }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("no brackets", "{ $.errorCode = \"*UnauthorizedOperation\" || $.errorCode = \"AccessDenied*\" }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("more brackets", "{ (((($.errorCode=\"*UnauthorizedOperation\")) || ((($.errorCode=\"AccessDenied*\"))))) }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("no quotes", "{ ($.errorCode = *UnauthorizedOperation) || ($.errorCode = AccessDenied*) }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("no quotes, no blanks", "{($.eventName=ConsoleLogin)&&($.additionalEventData.MFAUsed!=Yes)}", ReferencePatterns.SigninWithoutMfa)]
    [InlineData("bracketed conjuncts", "{ ($.userIdentity.type = \"Root\") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != \"AwsServiceEvent\") }", ReferencePatterns.RootUsage)]
    [InlineData("nested conjuncts", "{ $.eventType != AwsServiceEvent && ($.userIdentity.type = Root && $.userIdentity.invokedBy NOT\n  EXISTS) }", ReferencePatterns.RootUsage)]
    [InlineData("quoted names", "{ ($.eventName = \"CreateTrail\") || ($.eventName = \"UpdateTrail\") || ($.eventName = \"DeleteTrail\") || ($.eventName = \"StartLogging\") || ($.eventName = \"StopLogging\") }", ReferencePatterns.TrailChanges)]
    [InlineData("a line each", "{\r\n  $.eventName=StopLogging ||\r\n  $.eventName=CreateTrail ||\n  $.eventName=UpdateTrail\n  || $.eventName=DeleteTrail\n  || $.eventName=StartLogging\r\n}\r\n", ReferencePatterns.TrailChanges)]
    [InlineData("nested alternatives", "{ (($.eventName=CreateTrail) || ($.eventName=UpdateTrail)) || ($.eventName=DeleteTrail || ($.eventName=StartLogging || $.eventName=StopLogging)) }", ReferencePatterns.TrailChanges)]
    [InlineData("an event twice", "{ $.eventName=CreateTrail || $.eventName=UpdateTrail || $.eventName=DeleteTrail || $.eventName=StartLogging || $.eventName=StopLogging || $.eventName=CreateTrail }", ReferencePatterns.TrailChanges)]
    [InlineData("quoted source, other order", "{ ($.eventName=ScheduleKeyDeletion || $.eventName=DisableKey) && $.eventSource=\"kms.amazonaws.com\" }", ReferencePatterns.KeyRemoval)]
    [InlineData("message with a blank", "{ $.errorMessage = \"Failed authentication\" && $.eventName = \"ConsoleLogin\" }", ReferencePatterns.SigninFailures)]
    public void Another_spelling_passes_as_equivalent_and_fails_as_exact(string spelling, string candidate, string reference)
    {
        Assert.True(Compare(candidate, reference, PatternMode.Equivalent).IsMatch, spelling);
        Assert.True(Compare(candidate, reference, PatternMode.AtLeast).IsMatch, spelling);

        var exact = Compare(candidate, reference, PatternMode.Exact);
        Assert.False(exact.IsMatch, spelling);
        Assert.Equal([PatternDifferenceKind.DifferentText], exact.Differences.Select(difference => difference.Kind));
    }

    [Theory]
    [InlineData(ReferencePatterns.SigninFailures)]
    [InlineData("  " + ReferencePatterns.SigninFailures)]
    [InlineData(ReferencePatterns.SigninFailures + "\r\n")]
    public void Exact_forgives_blanks_around_the_pattern_and_nothing_else(string candidate) =>
        Assert.True(Compare(candidate, ReferencePatterns.SigninFailures, PatternMode.Exact).IsMatch);

    [Theory]
    [InlineData("&& for ||", "{ ($.errorCode=\"*UnauthorizedOperation\") && ($.errorCode=\"AccessDenied*\") }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("a missing alternative", "{ $.errorCode=\"AccessDenied*\" }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("no wildcard before", "{ ($.errorCode=\"UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\") }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("no wildcard behind", "{ ($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied\") }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("a narrowing condition", "{ (($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\")) && $.sourceIPAddress != \"delivery.logs.amazonaws.com\" }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("later benchmark's exclusions", "{ ($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\") && ($.sourceIPAddress!=\"delivery.logs.amazonaws.com\") && ($.eventName!=\"HeadBucket\") }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("= for !=", "{ ($.eventName=\"ConsoleLogin\") && ($.additionalEventData.MFAUsed =\"Yes\") }", ReferencePatterns.SigninWithoutMfa)]
    [InlineData("user type and outcome added", "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") && ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin = \"Success\") }", ReferencePatterns.SigninWithoutMfa)]
    [InlineData("IS NULL for NOT EXISTS", "{ $.userIdentity.type=\"Root\" && $.userIdentity.invokedBy IS NULL && $.eventType !=\"AwsServiceEvent\" }", ReferencePatterns.RootUsage)]
    [InlineData("lower-cased value", "{ $.userIdentity.type=\"root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !=\"AwsServiceEvent\" }", ReferencePatterns.RootUsage)]
    [InlineData("lower-cased name", "{ ($.eventName=createTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) || ($.eventName=StopLogging) }", ReferencePatterns.TrailChanges)]
    [InlineData("all names lower-cased", "{ ($.eventName=createtrail) || ($.eventName=updatetrail) || ($.eventName=deletetrail) || ($.eventName=startlogging) || ($.eventName=stoplogging) }", ReferencePatterns.TrailChanges)]
    [InlineData("lower-cased field", "{ ($.eventname=CreateTrail) || ($.eventname=UpdateTrail) || ($.eventname=DeleteTrail) || ($.eventname=StartLogging) || ($.eventname=StopLogging) }", ReferencePatterns.TrailChanges)]
    [InlineData("a missing event", "{ ($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) }", ReferencePatterns.TrailChanges)]
    [InlineData("one || turned into &&", "{ ($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) && ($.eventName=StopLogging) }", ReferencePatterns.TrailChanges)]
    [InlineData("another message", "{ ($.eventName=ConsoleLogin) && ($.errorMessage=\"Authentication failed\") }", ReferencePatterns.SigninFailures)]
    [InlineData("source only", "{ $.eventSource=kms.amazonaws.com && $.eventName=DisableKey }", ReferencePatterns.KeyRemoval)]
    public void A_pattern_that_misses_events_fails_as_equivalent_and_as_at_least(string flaw, string candidate, string reference)
    {
        Assert.False(Compare(candidate, reference, PatternMode.Exact).IsMatch, flaw);
        Assert.False(Compare(candidate, reference, PatternMode.Equivalent).IsMatch, flaw);
        Assert.False(Compare(candidate, reference, PatternMode.AtLeast).IsMatch, flaw);
    }

    [Theory]
    [InlineData("3.7 without the inner brackets", "{ ($.eventSource=kms.amazonaws.com) && ($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion) }", ReferencePatterns.KeyRemoval)]
    [InlineData("3.8 without the source", "{ ($.eventName=PutBucketAcl) || ($.eventName=PutBucketPolicy) || ($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || ($.eventName=PutBucketReplication) || ($.eventName=DeleteBucketPolicy) || ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || ($.eventName=DeleteBucketReplication) }", ReferencePatterns.BucketPolicyChanges)]
    [InlineData("3.9 with a wildcard for the names", "{ $.eventSource = config.amazonaws.com && $.eventName = * }", ReferencePatterns.ConfigChanges)]
    [InlineData("3.1 with a wider wildcard", "{ $.errorCode = \"*UnauthorizedOperation\" || $.errorCode = \"Access*\" }", ReferencePatterns.UnauthorizedCalls)]
    [InlineData("3.2 without the second condition", "{ $.eventName = ConsoleLogin }", ReferencePatterns.SigninWithoutMfa)]
    [InlineData("3.7 multiplied out", "{ $.eventSource=kms.amazonaws.com && $.eventName=DisableKey || $.eventSource=kms.amazonaws.com && $.eventName=ScheduleKeyDeletion }", ReferencePatterns.KeyRemoval)]
    [InlineData("3.6 with || for &&", "{ ($.eventName=ConsoleLogin) || ($.errorMessage=\"Failed authentication\") }", ReferencePatterns.SigninFailures)]
    public void A_pattern_of_another_shape_that_misses_no_event_fails_as_equivalent_and_passes_as_at_least(string shape, string candidate, string reference)
    {
        Assert.False(Compare(candidate, reference, PatternMode.Equivalent).IsMatch, shape);
        Assert.True(Compare(candidate, reference, PatternMode.AtLeast).IsMatch, shape);
    }

    [Fact]
    public void An_extra_alternative_fails_as_equivalent_and_passes_as_at_least()
    {
        var candidate = ReferencePatterns.SecurityGroupChanges.Replace("}", " || ($.eventName=ModifySecurityGroupRules)}", StringComparison.Ordinal);

        Assert.False(Compare(candidate, ReferencePatterns.SecurityGroupChanges, PatternMode.Equivalent).IsMatch);
        Assert.True(Compare(candidate, ReferencePatterns.SecurityGroupChanges, PatternMode.AtLeast).IsMatch);
    }

    [Theory]
    [InlineData(ReferencePatterns.IamPolicyChanges, "CreatePolicy", "CreatePolicyVersion")]
    [InlineData(ReferencePatterns.IamPolicyChanges, "DeletePolicy", "DeletePolicyVersion")]
    [InlineData(ReferencePatterns.RouteTableChanges, "CreateRoute", "CreateRouteTable")]
    [InlineData(ReferencePatterns.RouteTableChanges, "DeleteRoute", "DeleteRouteTable")]
    [InlineData(ReferencePatterns.RouteTableChanges, "ReplaceRoute", "ReplaceRouteTableAssociation")]
    [InlineData(ReferencePatterns.NetworkAclChanges, "CreateNetworkAcl", "CreateNetworkAclEntry")]
    [InlineData(ReferencePatterns.NetworkAclChanges, "DeleteNetworkAcl", "DeleteNetworkAclEntry")]
    public void A_name_does_not_stand_in_for_a_longer_one_nor_the_longer_for_it(string reference, string name, string longer)
    {
        foreach (var (lost, kept) in new[] { (name, longer), (longer, name) })
        {
            var candidate = reference.Replace($"($.eventName={lost})", $"($.eventName={kept})", StringComparison.Ordinal);
            Assert.NotEqual(reference, candidate);

            foreach (var mode in Enum.GetValues<PatternMode>())
            {
                var comparison = Compare(candidate, reference, mode);
                Assert.False(comparison.IsMatch, $"{lost} is missing, {mode}");
                Assert.Equal($"missing: $.eventName = {lost}", comparison.Explanation);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ReferencePatterns.All), MemberType = typeof(ReferencePatterns))]
    public void Every_condition_of_every_reference_pattern_counts(string control, string text)
    {
        var reference = FilterPattern.Parse(text);
        foreach (var condition in reference.Root.Conditions())
        {
            var candidate = FilterPattern.Parse(reference.ToString().Replace($"{condition} ", "$.replaced = Condition ", StringComparison.Ordinal)
                .Replace($"{condition})", "$.replaced = Condition)", StringComparison.Ordinal));

            Assert.False(FilterPatternComparer.Compare(candidate, reference, PatternMode.Equivalent).IsMatch, $"{control} without {condition}");
            Assert.False(FilterPatternComparer.Compare(candidate, reference, PatternMode.AtLeast).IsMatch, $"{control} without {condition}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[ip, user, eventName = CreateTrail]")]
    [InlineData("CreateTrail")]
    [InlineData("?CreateTrail ?DeleteTrail")]
    [InlineData("{ $.eventName EXISTS }")]
    [InlineData("{ $.eventName IS NOT NULL }")]
    public void A_pattern_that_cannot_be_read_matches_in_no_mode_and_says_why(string? candidate)
    {
        foreach (var mode in Enum.GetValues<PatternMode>())
        {
            var comparison = Compare(candidate, ReferencePatterns.TrailChanges, mode);

            Assert.False(comparison.IsMatch);
            Assert.Equal(PatternCoverage.Unknown, comparison.Coverage);
            Assert.Equal(PatternComparison.UnreadableDistance, comparison.Distance);
            Assert.NotNull(comparison.Error);
            Assert.Equal($"not readable: {comparison.Error}", comparison.Explanation);
        }
    }

    [Fact]
    public void An_accepted_variant_passes_only_where_it_is_among_the_references()
    {
        const string Later = "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") && ($.userIdentity.type = \"IAMUser\") }";
        FilterPattern[] references = [FilterPattern.Parse(ReferencePatterns.SigninWithoutMfa), FilterPattern.Parse(Later)];

        Assert.False(FilterPatternComparer.CompareAny(Later, [references[0]], PatternMode.Equivalent).IsMatch);

        var accepted = FilterPatternComparer.CompareAny(Later, references, PatternMode.Equivalent);
        Assert.True(accepted.IsMatch);
        Assert.Equal(references[1], accepted.Reference);
    }

    [Fact]
    public void Patterns_with_too_many_combinations_are_answered_soon_and_never_with_a_wrong_yes()
    {
        var reference = Product(70, "x");
        var other = Product(70, "y");
        var wider = reference.Replace("$.a0=x", "$.a0=x||$.extra=1", StringComparison.Ordinal);

        Assert.True(Compare(reference + " ", reference, PatternMode.AtLeast).IsMatch);
        Assert.True(Compare(wider, reference, PatternMode.AtLeast).IsMatch);
        Assert.False(Compare(other, reference, PatternMode.AtLeast).IsMatch);
        Assert.False(Compare(SumOfProducts(35), reference, PatternMode.AtLeast).IsMatch);
    }

    private static PatternComparison Compare(string? candidate, string reference, PatternMode mode) =>
        FilterPatternComparer.Compare(candidate, FilterPattern.Parse(reference), mode);

    private static string Product(int factors, string value) =>
        $"{{{string.Join("&&", Enumerable.Range(0, factors).Select(number => $"($.a{number}={value}||$.b{number}={value})"))}}}";

    private static string SumOfProducts(int size)
    {
        var half = Product(size, "x")[1..^1];
        return $"{{({half})||({half.Replace("$.a", "$.c", StringComparison.Ordinal)})}}";
    }
}
