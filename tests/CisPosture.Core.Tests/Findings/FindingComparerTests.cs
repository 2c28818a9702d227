using CisPosture.Findings;

namespace CisPosture.Core.Tests.Findings;

public sealed partial class FindingComparerTests
{
    [Fact]
    public void Each_finding_is_new_fixed_still_failing_changed_or_gone() => Assert.Equal(
        ["StillFailing same", "Changed worse", "Fixed passes", "New appears", "GoneResource deleted"],
        Differences(
            [Group("same"), Group("worse", "Warning"), Group("passes"), Group("deleted")],
            [Group("same"), Group("worse"), Group("passes", "Passed"), Group("appears")],
            inOrder: false));

    [Fact]
    public void What_passed_as_one_finding_may_hold_what_was_fixed_or_is_gone()
    {
        var change = Assert.Single(FindingComparer.Compare([Group("a")], [Passed(3)]));
        Assert.Equal(("Fixed", "Failed", null), (change.Difference, change.StatusBefore, change.StatusAfter));
        Assert.Equal("Passes or is gone; the scan lists what passed as one finding. Was: A reason.", change.Reason);
        Assert.NotNull(change.Before);
        Assert.Null(change.After);
    }

    [Fact]
    public void A_Region_without_anything_to_judge_has_lost_what_was_there() =>
        Assert.Equal(["GoneResource a"], Differences([Group("a")], [Scope("Passed", ReasonCode.EvaluationsEmpty)]));

    [Fact]
    public void A_Region_that_could_not_be_read_tells_nothing()
    {
        var changes = FindingComparer.Compare([Group("a"), Group("b")], [Scope("NotAvailable", ReasonCode.AccessDenied)]);
        Assert.Equal(["NotJudged", "NotJudged", "NotJudged"], changes.Select(change => change.Difference));
        Assert.Contains("Not judged again", changes[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_of_another_Region_tells_nothing()
    {
        Assert.Equal(["NotJudged a"], Differences([Group("a")], [Passed(1, "us-east-1")]));
        Assert.Equal(["NotJudged a"], Differences([Group("a")], []));
    }

    [Fact]
    public void What_the_reference_did_not_look_at_is_new_and_says_so()
    {
        Assert.Equal("A reason. The reference did not judge it.", Assert.Single(FindingComparer.Compare([Passed(1, "us-east-1")], [Group("a")])).Reason);
        Assert.Equal("A reason.", Assert.Single(FindingComparer.Compare([Passed(1)], [Group("a")])).Reason);
    }

    [Theory]
    [InlineData("Failed", "Failed", "StillFailing")]
    [InlineData("Failed", "Warning", "Changed")]
    [InlineData("Failed", "Passed", "Fixed")]
    [InlineData("Failed", "NotAvailable", "NotJudged")]
    [InlineData("Passed", "Failed", "New")]
    [InlineData("Passed", "NotAvailable", "NotJudged")]
    [InlineData("Passed", "Passed", null)]
    [InlineData("NotAvailable", "Failed", "New")]
    [InlineData("NotAvailable", "Passed", "Changed")]
    [InlineData("NotAvailable", "NotAvailable", null)]
    public void Each_pair_of_statuses_has_its_name(string before, string after, string? difference)
    {
        var change = FindingComparer.Compare([SampleFindings.Of("2.1", before)], [SampleFindings.Of("2.1", after)]).SingleOrDefault();
        Assert.Equal(difference, change?.Difference);
    }

    [Fact]
    public void Another_reason_is_a_change()
    {
        var change = Assert.Single(FindingComparer.Compare([Group("a")], [Group("a") with { Reason = "Worse." }]));
        Assert.Equal(("Changed", "Was Failed: A reason. Now Failed: Worse."), (change.Difference, change.Reason));
    }

    private static CisFinding Group(string name, string status = "Failed") =>
        SampleFindings.Of("4.1", status, $"arn:aws:ec2:eu-west-1:111122223333:security-group/{name}", "eu-west-1", resourceType: "AwsEc2SecurityGroup");

    private static CisFinding Passed(int count, string region = "eu-west-1") =>
        SampleFindings.Of("4.1", "Passed", region: region) with { Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { ["PassedCount"] = count } };

    private static CisFinding Scope(string status, string reasonCode) => SampleFindings.Of("4.1", status, region: "eu-west-1") with { ReasonCode = reasonCode };

    private static IEnumerable<string> Differences(IEnumerable<CisFinding> reference, IEnumerable<CisFinding> difference, bool inOrder = true)
    {
        var names = FindingComparer.Compare(reference, difference).Select(change => $"{change.Difference} {change.ResourceId.Split('/')[^1]}");
        return inOrder ? names : names.OrderBy(name => Array.IndexOf(["same", "worse", "passes", "appears", "deleted"], name.Split(' ')[1]));
    }
}
