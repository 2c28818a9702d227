using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

public sealed class ConditionImplicationTests
{
    [Theory]
    [InlineData("$.a = AccessDenied", "$.a = AccessDenied*")]
    [InlineData("$.a = AccessDeniedException", "$.a = AccessDenied*")]
    [InlineData("$.a = AccessDenied*", "$.a = Access*")]
    [InlineData("$.a = Client.UnauthorizedOperation", "$.a = *UnauthorizedOperation")]
    [InlineData("$.a = *UnauthorizedOperation", "$.a = *Operation")]
    [InlineData("$.a = AccessDenied*", "$.a = *Denied*")]
    [InlineData("$.a = *", "$.a = **")]
    [InlineData("$.a = \"\"", "$.a = *")]
    [InlineData("$.a = Ev*ent", "$.a = Ev*")]
    [InlineData("$.a = Ev*ent", "$.a = *ent")]
    [InlineData("$.a = 5", "$.a = *")]
    [InlineData("$.a > 5", "$.a = *")]
    [InlineData("$.a = %x%", "$.a = *")]
    [InlineData("$.a != Access*", "$.a != AccessDenied")]
    [InlineData("$.a > 5", "$.a > 4.9")]
    [InlineData("$.a > 5", "$.a >= 5")]
    [InlineData("$.a >= 5", "$.a > 4")]
    [InlineData("$.a < -1", "$.a <= -1.0")]
    [InlineData("$.a <= 1e3", "$.a < 1001")]
    public void A_wider_condition_covers_a_narrower_one_but_not_the_other_way_round(string narrow, string wide)
    {
        Assert.True(Covers(wide, narrow), $"{wide} covers {narrow}");
        Assert.Equal(wide == "$.a = **", Covers(narrow, wide));
    }

    [Theory]
    [InlineData("$.a = AccessDenied*", "$.a = accessdenied")]
    [InlineData("$.a = AccessDenied*", "$.b = AccessDenied")]
    [InlineData("$.a = AccessDenied*", "$.a != AccessDenied")]
    [InlineData("$.a = *UnauthorizedOperation", "$.a = UnauthorizedOperation*")]
    [InlineData("$.a = Ev*ent", "$.a = Event")]
    [InlineData("$.a = *a*b*", "$.a = ab")]
    [InlineData("$.a = a*", "$.a = *a")]
    [InlineData("$.a = *Operation", "$.a = OperationNotPermitted")]
    [InlineData("$.a = Access*", "$.a = NoAccess")]
    [InlineData("$.a = *Access*", "$.a = Acc*ess")]
    [InlineData("$.a = \"a\\\\*\"", "$.a = \"a\\\\b\"")]
    [InlineData("$.a = a*b*", "$.a = a*bc")]
    [InlineData("$.a = *a*b", "$.a = xa*b")]
    [InlineData("$.a = \"a\\*\"", "$.a = \"a\\*b\"")]
    [InlineData("$.a = \"*n\"", "$.a = \"x\\n\"")]
    [InlineData("$.a = 1*", "$.a = 15")]
    [InlineData("$.a = %x%", "$.a = x")]
    [InlineData("$.a = *", "$.a = true")]
    [InlineData("$.a = *", "$.a IS TRUE")]
    [InlineData("$.a = *", "$.a != x")]
    [InlineData("$.a != x", "$.a = y")]
    [InlineData("$.a != x", "$.a NOT EXISTS")]
    [InlineData("$.a NOT EXISTS", "$.a IS NULL")]
    [InlineData("$.a >= 5", "$.a = 5")]
    [InlineData("$.a > 5", "$.a < 6")]
    [InlineData("$.a > 5", "$.a >= 5")]
    public void Nothing_is_claimed_that_is_not_certain(string wide, string narrow) => Assert.False(Covers(wide, narrow));

    private static bool Covers(string wide, string narrow) =>
        FilterPatternComparer.Compare($"{{ {wide} }}", FilterPattern.Parse($"{{ {narrow} }}"), PatternMode.AtLeast).IsMatch;
}
