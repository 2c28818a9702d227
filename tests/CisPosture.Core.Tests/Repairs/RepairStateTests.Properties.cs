using System.Text.Json;
using CisPosture.Repairs;
using CsCheck;

namespace CisPosture.Core.Tests.Repairs;

public sealed partial class RepairStateTests
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
}
