using System.Management.Automation;
using CisPosture.Views;

namespace CisPosture.Tests.Views;

public sealed class FindingCellsTests
{
    [Theory]
    [InlineData("AWS::::Account:111122223333", "account")]
    [InlineData("arn:aws:iam::111122223333:user/team/alice", "alice")]
    [InlineData("arn:aws:s3:::trail-logs", "trail-logs")]
    [InlineData("arn:aws:iam::111122223333:user/name-of-22-characters1", "name-of-22-characters1")]
    [InlineData("arn:aws:iam::111122223333:user/name-of-23-characters12", "name-of-23-characters…")]
    public void A_resource_has_its_own_name_within_the_column(string resourceId, string name) =>
        Assert.Equal(name, FindingCells.Resource(PSObject.AsPSObject(SampleFinding.Of("1.2", resourceId: resourceId))));

    [Fact]
    public void Facts_and_notes_have_a_line_each()
    {
        var finding = PSObject.AsPSObject(SampleFinding.Of("1.2"));

        Assert.Equal("Count: 2\nNames: a, b", FindingCells.Evidence(finding));
        Assert.Equal("First note.\nSecond note.", FindingCells.Notes(finding));
    }

    [Theory]
    [InlineData("Passed")]
    [InlineData("Failed")]
    [InlineData("Warning")]
    [InlineData("NotAvailable")]
    public void A_status_is_the_bare_word_without_colours_and_keeps_it_with_them(string status)
    {
        Assert.Equal(status, Terminal.Status(status, isColoured: false));
        Assert.Matches($"^\u001b\\[[0-9;]+m{status}\u001b\\[0m$", Terminal.Status(status, isColoured: true));
    }

    [Fact]
    public void No_host_means_no_colours() => Assert.False(Terminal.IsColoured(host: null));
}
