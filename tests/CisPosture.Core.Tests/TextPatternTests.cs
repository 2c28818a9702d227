using System.Text.RegularExpressions;
using CsCheck;

namespace CisPosture.Core.Tests;

public sealed class TextPatternTests
{
    private static readonly Gen<string> Names = Gen.Char["abAB"].Array[0, 10].Select(letters => new string(letters));

    private static readonly Gen<string> Patterns = Gen.Char["abA*?"].Array[0, 8].Select(letters => new string(letters));

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
    public void A_name_matches_where_it_does_as_a_regular_expression() => Gen.Select(Patterns, Names).Sample((pattern, name) =>
    {
        var expression = "\\A" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal) + "\\z";
        var expected = Regex.IsMatch(name, expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        Assert.True(expected == new TextPattern(pattern).Matches(name), $"'{pattern}' and '{name}': a regular expression says {expected}.");
    });

    [Fact]
    public void A_pattern_full_of_stars_takes_no_longer_than_its_length_says() =>
        Assert.False(new TextPattern(string.Concat(Enumerable.Repeat("a*", 2000)) + "b").Matches(new string('a', 5000)));
}
