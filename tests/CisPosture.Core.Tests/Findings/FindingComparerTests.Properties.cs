using CisPosture.Findings;
using CsCheck;

namespace CisPosture.Core.Tests.Findings;

public sealed partial class FindingComparerTests
{
    [Fact]
    public void A_set_compared_with_itself_only_still_fails() => SampleFindings.Any.List[0, 6].Sample(findings => Assert.All(
        FindingComparer.Compare(findings, findings), change => Assert.Equal("StillFailing", change.Difference)));

    [Fact]
    public void What_is_new_one_way_is_fixed_gone_or_not_judged_the_other_way() => Gen.Select(AnySet, AnySet).Sample((before, after) =>
    {
        var there = FindingComparer.Compare(before, after).Where(change => change.Difference == "New" && change.StatusBefore != "NotAvailable").Select(change => change.ResourceId);
        var back = FindingComparer.Compare(after, before).Where(change => change.Difference is "Fixed" or "GoneResource" or "NotJudged").Select(change => change.ResourceId);
        Assert.Subset(back.ToHashSet(StringComparer.Ordinal), there.ToHashSet(StringComparer.Ordinal));
    });

    private static Gen<List<CisFinding>> AnySet => Gen.Int[0, 5].Array[3].Select(statuses => statuses
        .Select((status, index) => status switch { 0 => Group($"g{index}"), 1 => Group($"g{index}", "Warning"), 2 => Group($"g{index}", "Passed"), 3 => Group($"g{index}", "NotAvailable"), _ => null })
        .OfType<CisFinding>()
        .ToList());
}
