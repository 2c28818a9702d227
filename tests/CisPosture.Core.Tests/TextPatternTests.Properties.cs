using System.Text.RegularExpressions;
using CsCheck;

namespace CisPosture.Core.Tests;

public sealed partial class TextPatternTests
{
    private static readonly Gen<string> Names = Gen.Char["abAB"].Array[0, 10].Select(letters => new string(letters));

    private static readonly Gen<string> Patterns = Gen.Char["abA*?"].Array[0, 8].Select(letters => new string(letters));

    [Fact]
    public void A_name_matches_where_it_does_as_a_regular_expression() => Gen.Select(Patterns, Names).Sample((pattern, name) =>
    {
        var expression = "\\A" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal) + "\\z";
        var expected = Regex.IsMatch(name, expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        Assert.True(expected == new TextPattern(pattern).Matches(name), $"'{pattern}' and '{name}': a regular expression says {expected}.");
    });
}
