using System.Text.Json;
using CisPosture.Repairs;

namespace CisPosture.Core.Tests.Repairs;

public sealed partial class RepairStateTests
{
    [Theory]
    [InlineData("""{"b":1,"a":[1,2]}""", """{ "a": [ 1.0, 2 ], "b": 1.00 }""", true)]
    [InlineData("""{"a":100}""", """{"a":1e2}""", true)]
    [InlineData("""{"a":0}""", """{"a":-0.0}""", true)]
    [InlineData("""{"a":null,"b":1}""", """{"b":1}""", true)]
    [InlineData("""{"a":"A"}""", """{"a":"\u0041"}""", true)]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", false)]
    [InlineData("""{"a":1}""", """{"a":"1"}""", false)]
    [InlineData("""{"a":false}""", """{}""", false)]
    [InlineData("""{"a":12345678901234567890}""", """{"a":12345678901234567891}""", false)]
    [InlineData("""{"a":0.1}""", """{"a":0.10000000000000001}""", false)]
    public void Two_texts_are_the_same_state_where_they_mean_the_same(string one, string other, bool isSame) =>
        Assert.Equal(isSame, RepairState.Parse(one).Equals(RepairState.Parse(other)));

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1} x""")]
    [InlineData("""{"a":"\ud800"}""")]
    public void What_is_no_state_is_refused(string json) => Assert.Throws<FormatException>(() => RepairState.Parse(json));

    [Fact]
    public void Members_that_are_null_are_left_out_and_the_rest_is_read_by_its_kind()
    {
        var state = RepairState.Of(("Text", "a"), ("Number", 3), ("Real", 1.5), ("On", true), ("Off", false), ("None", null), ("List", new[] { "x", "y" }), ("Inner", RepairState.Of(("A", 1))));

        Assert.Equal(["Inner", "List", "Number", "Off", "On", "Real", "Text"], state.Names);
        Assert.Equal(("a", 3, 1.5, true, false), (state.Text("Text"), state.Number("Number"), state.Real("Real"), state.IsOn("On"), state.IsOn("Off")));
        Assert.Equal(["x", "y"], state.Texts("List"));
        Assert.Equal(1, state.Member("Inner")?.Number("A"));
        Assert.Null(state.Text("Number"));
        Assert.Null(state.Number("None"));
    }

    [Fact]
    public void What_a_state_cannot_hold_is_refused_when_it_is_made() =>
        Assert.Throws<ArgumentException>(() => RepairState.Of(("Time", DateTime.MinValue)));

    private static object JsonOf(RepairState state, string name)
    {
        using var document = JsonDocument.Parse(state.Json);
        return document.RootElement.GetProperty(name).Clone();
    }

    private static string Scrambled(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{\n " + string.Join(" ,\t", element.EnumerateObject().Reverse().Select(member => $"{JsonSerializer.Serialize(member.Name)} : {Scrambled(member.Value)}")) + " }",
        JsonValueKind.Array => "[ " + string.Join(" , ", element.EnumerateArray().Select(Scrambled)) + "\n]",
        JsonValueKind.String => JsonSerializer.Serialize(element.GetString()),
        _ => element.GetRawText(),
    };
}
