using System.Text.Json;

namespace CisPosture.Core.Tests.Catalogue;

public sealed partial class ControlIdTests
{
    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"\"")]
    public void Json_that_is_no_id_is_refused_as_such(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ControlId>(json));

    [Fact]
    public void Sorting_puts_1_2_before_1_10_and_3_2_before_3_10()
    {
        string[] mixed = ["3.10", "1.10", "3.2", "1.20", "1.1", "1.2", "1.9"];
        Assert.Equal(["1.1", "1.2", "1.9", "1.10", "1.20", "3.2", "3.10"], mixed.Select(ControlId.Parse).Order().Select(id => id.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("1.1.1")]
    [InlineData("0.1")]
    [InlineData("1.0")]
    [InlineData("1.01")]
    [InlineData("1.1000")]
    [InlineData("٣.١")]
    [InlineData("1.2..")]
    [InlineData("1e1")]
    [InlineData("+1.1")]
    public void What_is_no_id_is_not_read(string? text)
    {
        Assert.False(ControlId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void An_id_compares_with_its_text_because_PowerShell_asks_so()
    {
        var id = ControlId.Parse("1.10");
        Assert.True(id.Equals((object)"1.10"), "-eq with a text must work.");
        Assert.False(id.Equals((object)"1.1"), "1.10 is not 1.1.");
        Assert.True(id.CompareTo("1.9") > 0, "1.10 comes after 1.9.");
        Assert.True(id.CompareTo((object?)null) > 0, "An id comes after nothing.");
        Assert.Throws<ArgumentException>(() => id.CompareTo(3.5));
    }
}
