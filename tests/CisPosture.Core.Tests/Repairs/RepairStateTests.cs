using System.Text.Json;
using CisPosture.Repairs;
using CsCheck;

namespace CisPosture.Core.Tests.Repairs;

public sealed class RepairStateTests
{
    private static readonly Gen<string> Names = Gen.String[Gen.Char["abcXYZ$é\"\\ \u0000\u2028"], 0, 4];

    private static readonly Gen<object> Leaves = Gen.OneOf<object>(
        Gen.String[Gen.Char["ab\"\\/<>&\n\u2028é😀"], 0, 8].Select(text => (object)text),
        Gen.Bool.Select(flag => (object)flag),
        Gen.Int.Select(number => (object)number),
        Gen.Long.Select(number => (object)number),
        Gen.Double[-1e12, 1e12].Select(number => (object)number));

    private static readonly Gen<object> Trees = Gen.Recursive<object>((depth, trees) => depth > 3
        ? Leaves
        : Gen.OneOf(
            Leaves,
            trees.List[0, 4].Select(items => (object)items),
            Gen.Dictionary(Names, trees)[0, 4].Select(members => (object)members.ToDictionary(member => member.Key, member => (object?)member.Value, StringComparer.Ordinal))));

    private static readonly Gen<RepairState> States = Trees.Select(tree => RepairState.From(tree));

    [Fact]
    public void A_state_reads_back_as_itself() =>
        States.Sample(state => Assert.Equal(state, RepairState.Parse(state.Json)));

    [Fact]
    public void Layout_and_order_of_members_do_not_matter() => States.Sample(state =>
    {
        using var document = JsonDocument.Parse(state.Json);
        Assert.Equal(state, RepairState.Parse(Scrambled(document.RootElement)));
    });

    [Fact]
    public void Equal_states_have_equal_hashes_and_the_same_text() => Gen.Select(States, States).Sample((one, other) =>
    {
        Assert.Equal(one.Json == other.Json, one.Equals(other));
        Assert.True(!one.Equals(other) || one.GetHashCode() == other.GetHashCode());
    });

    [Fact]
    public void A_member_that_was_set_is_read_back_and_one_that_was_taken_out_is_gone() => Gen.Select(Gen.Dictionary(Names, Leaves)[0, 4], Names, Leaves).Sample((members, name, value) =>
    {
        var state = RepairState.Of([.. members.Select(member => (member.Key, (object?)member.Value))]);
        Assert.Equal(RepairState.From(new[] { value }), RepairState.From(new[] { JsonOf(state.With(name, value), name) }));
        Assert.DoesNotContain(name, state.With(name, value).With(name, null).Names);
        Assert.Equal(state.With(name, null), state.With(name, value).With(name, null));
    });

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
