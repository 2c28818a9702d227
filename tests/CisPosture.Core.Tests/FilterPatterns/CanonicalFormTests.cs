using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

public sealed class CanonicalFormTests
{
    [Theory]
    [InlineData("{ $.a = ConsoleLogin }", "{ $.a = \"ConsoleLogin\" }")]
    [InlineData("{ $.a = kms.amazonaws.com }", "{ $.a = \"kms.amazonaws.com\" }")]
    [InlineData("{ $.a = AccessDenied* }", "{ $.a = \"AccessDenied*\" }")]
    [InlineData("{ $.a = * }", "{ $.a = \"*\" }")]
    [InlineData("{ $.a = 1 }", "{ $.a = 1.0 }")]
    [InlineData("{ $.a = 1 }", "{ $.a = +1 }")]
    [InlineData("{ $.a = 0.001 }", "{ $.a = 1e-3 }")]
    [InlineData("{ $.a = 1500 }", "{ $.a = 1.5e3 }")]
    [InlineData("{ $.a = 0 }", "{ $.a = -0.00 }")]
    [InlineData("{ $.a > 007 }", "{ $.a > 7 }")]
    [InlineData("{ $.a = x && ($.b = y && $.c = z) }", "{ ($.c = z && $.a = x) && $.b = y }")]
    [InlineData("{ $.a = x || $.b = y && $.c = z }", "{ ($.c = z && $.b = y) || $.a = x }")]
    [InlineData("{ ($.a = x || $.b = y) && ($.b = y || $.a = x) }", "{ $.a = x || $.b = y }")]
    public void Two_spellings_of_one_meaning_are_equal(string left, string right)
    {
        var (first, second) = (FilterPattern.Parse(left), FilterPattern.Parse(right));

        Assert.True(first.Equals(second), $"{first} and {second}");
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(first.ToString(), second.ToString());
    }

    [Theory]
    [InlineData("{ $.a = x }", "{ $.a = X }")]
    [InlineData("{ $.a = x }", "{ $.A = x }")]
    [InlineData("{ $.a = x }", "{ $.b = x }")]
    [InlineData("{ $.a = x }", "{ $.a = x* }")]
    [InlineData("{ $.a = x }", "{ $.a != x }")]
    [InlineData("{ $.a = \"x y\" }", "{ $.a = \"x  y\" }")]
    [InlineData("{ $.a = x }", "{ $.a = \" x\" }")]
    [InlineData("{ $.a = x }", "{ $.a = %x% }")]
    [InlineData("{ $.a = 1 }", "{ $.a = \"1\" }")]
    [InlineData("{ $.a = 123456789012 }", "{ $.a = \"123456789012\" }")]
    [InlineData("{ $.a = 12345678901 }", "{ $.a = 012345678901 }")]
    [InlineData("{ $.a = \"012\" }", "{ $.a = 012 }")]
    [InlineData("{ $.a = \"1\" }", "{ $.a = \"1.0\" }")]
    [InlineData("{ $.a = true }", "{ $.a = \"true\" }")]
    [InlineData("{ $.a = true }", "{ $.a IS TRUE }")]
    [InlineData("{ $.a = null }", "{ $.a IS NULL }")]
    [InlineData("{ $.a IS NULL }", "{ $.a NOT EXISTS }")]
    [InlineData("{ $.a = \"\\*\" }", "{ $.a = \"\\\\*\" }")]
    [InlineData("{ $.a[0] = 1 }", "{ $.a[1] = 1 }")]
    [InlineData("{ $.a < 1 }", "{ $.a <= 1 }")]
    [InlineData("{ $.a = x && $.b = y || $.c = z }", "{ $.a = x && ($.b = y || $.c = z) }")]
    [InlineData("{ $.a = x && $.b = y }", "{ $.a = x || $.b = y }")]
    [InlineData("{ $.a = x || $.a = x && $.b = y }", "{ $.a = x }")]
    [InlineData("{ $.a = x && ($.b = y || $.c = z) }", "{ $.a = x && $.b = y || $.a = x && $.c = z }")]
    public void Two_meanings_or_two_shapes_are_not_equal(string left, string right)
    {
        var (first, second) = (FilterPattern.Parse(left), FilterPattern.Parse(right));

        Assert.False(first.Equals(second), $"{first} and {second}");
    }
}
