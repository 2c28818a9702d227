using System.Management.Automation;

namespace CisPosture.Tests.Commands;

public sealed class MeasureCisFindingTests : CommandTests
{
    private const string Texts =
        "ForEach-Object { [pscustomobject]@{ ControlId = $_.ControlId; Title = $_.Title; Status = $_.Status; Severity = $_.Severity; AccountId = $_.AccountId } }";

    [Theory]
    [InlineData("Test-CisControl '1.5', '1.9', '4.1', '4.2' | Measure-CisFinding")]
    [InlineData("$findings = Test-CisControl '1.5', '1.9', '4.1', '4.2'; Measure-CisFinding $findings")]
    [InlineData($"Test-CisControl '1.5', '1.9', '4.1', '4.2' | {Texts} | Measure-CisFinding")]
    public void Findings_are_rolled_up_fresh_or_as_texts(string script)
    {
        var summary = Assert.IsType<CisSummary>(Assert.Single(Succeed(script).Output).BaseObject);
        Assert.Equal((4, 2, 2), (summary.ControlCount, summary.PassedControls, summary.FailedControls));
        Assert.Equal((1, 4), (summary.AccountCount, summary.Verdicts.Single(verdict => verdict.ControlId == "4.1").FailedCount));
        Assert.Equal(["1.5", "1.9", "4.1", "4.2"], summary.Verdicts.Select(verdict => verdict.ControlId));
    }

    [Fact]
    public void Each_account_gets_its_own_roll_up_where_asked_for()
    {
        var run = Succeed(
            "$one = { param($account, $status) [pscustomobject]@{ ControlId = '1.5'; Status = $status; Severity = 'Medium'; AccountId = $account } };"
            + "& { & $one '222222222222' 'Failed'; & $one '111111111111' 'Passed' } | Measure-CisFinding -ByAccount");
        var summaries = run.Output.Select(item => (CisSummary)item.BaseObject);
        Assert.Equal([("111111111111", 1, 0), ("222222222222", 0, 1)], summaries.Select(summary => (summary.AccountId!, summary.PassedControls, summary.FailedControls)));
    }

    [Theory]
    [InlineData("'a text' | Measure-CisFinding")]
    [InlineData("[pscustomobject]@{ ControlId = '1.5'; Status = 'Splendid'; Severity = 'Low' } | Measure-CisFinding")]
    [InlineData("Get-CisControl '1.5' | Measure-CisFinding")]
    public async Task What_is_no_finding_is_refused(string script)
    {
        var error = await FailAsync(script);
        Assert.Equal((ErrorId.FindingInvalid, ErrorCategory.InvalidData), (IdOf(error), error.CategoryInfo.Category));
    }
}
