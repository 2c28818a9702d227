using System.Globalization;
using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

public sealed partial class FilterNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("007", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("+12.3400", "12.34")]
    [InlineData("-1E3", "-1000")]
    [InlineData("10e-3", "0.01")]
    [InlineData("123456789012345678901234", "1.23456789012345678901234e23")]
    [InlineData("1e400", "1e400")]
    [InlineData("5e-400", "5e-400")]
    public void A_number_has_one_canonical_spelling(string text, string canonical) => Assert.Equal(canonical, FilterNumber.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("١")]
    [InlineData("NaN")]
    public void A_word_is_no_number(string text) => Assert.False(FilterNumber.TryParse(text, out _));

    [Fact]
    public void A_huge_exponent_is_compared_without_being_written_out()
    {
        var huge = FilterNumber.Parse("1e999999999999999999999");

        Assert.True(huge.CompareTo(FilterNumber.Parse("9e999999999999999999998")) > 0);
        Assert.True(FilterNumber.Parse("-1e999999999999999999999").CompareTo(huge) < 0);
        Assert.Equal("1e999999999999999999999", huge.ToString());
    }

    private static bool Agrees(decimal left, decimal right) => Number(left).CompareTo(Number(right)) == left.CompareTo(right);

    private static FilterNumber Number(decimal value) => FilterNumber.Parse(value.ToString(CultureInfo.InvariantCulture));
}
