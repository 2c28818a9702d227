using CisPosture.Reports.Html;
using CsCheck;

namespace CisPosture.Reports.Tests.Html;

public sealed partial class FairShareTests
{
    [Fact]
    public void All_fit_and_nobody_could_have_more() => Gen.Select(Gen.Int[0, 500].Array[0, 60], Gen.Int[60, 2000]).Sample((needs, room) =>
    {
        var cap = FairShare.Of(needs, room);
        Assert.True(Taken(needs, cap) <= room, $"A cap of {cap} lets them take {Taken(needs, cap)} of {room}.");
        Assert.True(needs.All(need => need <= cap) || Taken(needs, cap + 1) > room, $"A cap of {cap + 1} would fit as well.");
    });
}
