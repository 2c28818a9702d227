using System.Management.Automation;
using CisPosture.Tests.Engine;
using CisPosture.Views;

namespace CisPosture.Tests.Views;

public sealed class FindingCellsTests
{
    [Theory]
    [InlineData("AWS::::Account:111122223333", "account                A reason.")]
    [InlineData("arn:aws:iam::111122223333:user/team/alice", "alice                  A reason.")]
    [InlineData("arn:aws:s3:::trail-logs", "trail-logs             A reason.")]
    [InlineData("arn:aws:iam::111122223333:user/name-of-22-characters1", "name-of-22-characters1 A reason.")]
    [InlineData("arn:aws:iam::111122223333:user/name-of-23-characters12", "name-of-23-characters12\n                       A reason.")]
    public void A_wide_screen_has_columns_for_the_resource_s_own_name_and_the_reason(string resourceId, string lines) =>
        Assert.Equal(lines, FindingCells.ResourceAndReason(PSObject.AsPSObject(SampleFinding.Of("1.2", resourceId: resourceId)), new RecordingHost(width: 120), 42));

    [Fact]
    public void On_a_narrow_screen_the_reason_follows_the_name() =>
        Assert.Equal("account: A reason.", FindingCells.ResourceAndReason(PSObject.AsPSObject(SampleFinding.Of("1.2")), new RecordingHost(width: 80), 42));

    [Fact]
    public void Facts_and_notes_have_a_line_each()
    {
        var finding = PSObject.AsPSObject(SampleFinding.Of("1.2"));

        Assert.Equal("Count: 2\nNames: a, b", FindingCells.Evidence(finding, host: null, 16));
        Assert.Equal("First note.\nSecond note.", Cells.Lines(finding, nameof(CisFinding.Notes), host: null, 16));
    }
}
