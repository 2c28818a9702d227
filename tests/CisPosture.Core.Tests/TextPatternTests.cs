namespace CisPosture.Core.Tests;

public sealed partial class TextPatternTests
{
    [Theory]
    [InlineData("*", true)]
    [InlineData("*:*", true)]
    [InlineData("iam:*", true)]
    [InlineData("IAM:attach*", true)]
    [InlineData("i?m:*UserPolicy", true)]
    [InlineData("iam:A*h*Policy**", true)]
    [InlineData("iam:AttachUserPolicy", true)]
    [InlineData("iam:AttachUserPolic?", true)]
    [InlineData("iam:AttachUserPolicy?", false)]
    [InlineData("iam:Attach", false)]
    [InlineData("iam:Detach*", false)]
    [InlineData("s3:*", false)]
    [InlineData("", false)]
    public void A_pattern_means_an_action_as_IAM_has_it(string pattern, bool isMeant) => Assert.Equal(isMeant, new TextPattern(pattern).Matches("iam:AttachUserPolicy"));

    [Theory]
    [InlineData("a.c", "abc", false)]
    [InlineData("a.c", "A.C", true)]
    [InlineData("[ab]*", "[AB] and more", true)]
    [InlineData("*\n*", "one\ntwo", true)]
    [InlineData("", "", true)]
    public void All_characters_but_star_and_question_mark_stand_for_themselves(string pattern, string name, bool isMeant) => Assert.Equal(isMeant, new TextPattern(pattern).Matches(name));

    [Fact]
    public void A_pattern_full_of_stars_takes_no_longer_than_its_length_says() =>
        Assert.False(new TextPattern(string.Concat(Enumerable.Repeat("a*", 2000)) + "b").Matches(new string('a', 5000)));
}
