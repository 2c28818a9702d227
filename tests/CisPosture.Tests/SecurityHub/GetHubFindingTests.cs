using CisPosture.Sandbox;
using CisPosture.Sandbox.State.SecurityHub;

namespace CisPosture.Tests.SecurityHub;

public sealed class GetHubFindingTests
{
    [Fact]
    public async Task Security_Hub_s_own_findings_come_once_each_in_order_and_from_every_Region()
    {
        await using var session = await HubSession.StartAsync(new SandboxOptions { Account = "neglected", PageSize = 2 });

        var run = session.Succeed("Get-CisFinding -SecurityHub @Live -WarningVariable global:Told; $global:Told");

        Assert.Equal(["1.2", "1.5", "1.12", "1.14", "2.1", "2.7", "2.8", "3.10", "4.1"], run.Findings.Select(finding => finding.ControlId));
        var open = run.Findings.Single(finding => finding.ControlId == "4.1");
        Assert.Equal(("eu-west-1", "Failed", "High"), (open.Region, open.Status, open.Severity));
        Assert.Equal("us-east-1", run.Findings.Single(finding => finding.ControlId == "1.5").Region);
        Assert.Equal("CLOUDTRAIL_MULTI_REGION_NOT_PRESENT", run.Findings.Single(finding => finding.ControlId == "3.10").ReasonCode);
        Assert.NotNull(run.Findings.Single(finding => finding.ControlId == "1.14").Suppression);
        Assert.Contains(run.Output, item => item.ToString().Contains("ap-southeast-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_finding_bears_the_name_under_which_a_scan_has_it()
    {
        await using var session = await HubSession.StartAsync();

        var own = session.Succeed("Test-CisControl @Live -Id 1.5, 2.7, 4.1, 2.8 -EachResource").Findings.Select(finding => finding.FindingId).ToHashSet(StringComparer.Ordinal);
        var hub = session.Succeed("Get-CisFinding -SecurityHub @Live -ControlId 1.5, 2.7, 4.1, 2.8").Findings;

        Assert.Equal(4, hub.Count);
        Assert.All(hub, finding => Assert.Contains(finding.FindingId, own));
    }

    [Fact]
    public async Task What_Security_Hub_has_found_is_mended()
    {
        await using var session = await HubSession.StartAsync();

        var run = session.Succeed("Get-CisFinding -SecurityHub @Live -ControlId 1.5 -Status Failed | Repair-CisPasswordPolicy @Live -JournalPath $args[0] -Force", Directory.CreateTempSubdirectory("cisposture-journals-").FullName);

        var finding = Assert.Single(run.Findings);
        Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome));
        Assert.True(session.Sandbox.Account.Iam.PasswordPolicy!.RequireUppercaseCharacters);
    }

    [Theory]
    [InlineData("-Status Passed", "2.8")]
    [InlineData("-Severity High", "2.8 4.1")]
    [InlineData("-ControlId 1.*", "1.2 1.5 1.12 1.14")]
    [InlineData("-ControlId 1.* -Severity Critical", "1.12 1.14")]
    [InlineData("-Region eu-west-1", "1.5 2.8 4.1")]
    [InlineData("-Region us-*", "1.2 1.5 1.12 1.14 2.1 2.7 3.10")]
    [InlineData("-ResourceId *user/alice", "1.2")]
    [InlineData("-AccountId 999988887777", "")]
    public async Task Findings_are_chosen_as_in_a_store(string parameters, string controls)
    {
        await using var session = await HubSession.StartAsync();

        var run = session.Succeed($"Get-CisFinding -SecurityHub @Live {parameters} -WarningAction Ignore");

        Assert.Equal(controls, string.Join(' ', run.Findings.Select(finding => finding.ControlId)));
    }

    [Fact]
    public async Task One_check_that_serves_two_controls_is_two_findings()
    {
        await using var session = await HubSession.StartAsync();
        Add(session, new ControlFinding { SecurityControlId = "CloudWatch.1", Title = "A log metric filter and alarm should exist for usage of the root user" });

        var run = session.Succeed("Get-CisFinding -SecurityHub @Live -ControlId 1.1, 3.3 -WarningAction Ignore");

        Assert.Equal(["1.1", "3.3"], run.Findings.Select(finding => finding.ControlId));
    }

    [Fact]
    public async Task What_stands_for_no_control_is_left_out_and_named()
    {
        await using var session = await HubSession.StartAsync();
        Add(session, new ControlFinding { SecurityControlId = "IAM.99", Title = "Something later" });

        var run = session.Succeed("Get-CisFinding -SecurityHub @Live -WarningVariable global:Told; $global:Told");

        Assert.Equal(9, run.Findings.Count);
        Assert.Contains(run.Output, item => item.ToString().Contains("security-control/IAM.99", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_published_is_read_back_with_its_suppression()
    {
        await using var session = await HubSession.StartAsync();
        var rules = Path.Combine(Directory.CreateTempSubdirectory("cisposture-rules-").FullName, "accepted.json");
        await File.WriteAllTextAsync(rules, """{ "suppressions": [ { "control": "1.5", "reason": "Pilot account", "owner": "ops@example.com", "expires": "never" } ] }""", TestContext.Current.CancellationToken);

        var scan = session.Succeed("$f = Test-CisControl @Live -Id 1.5, 2.1 -SuppressionPath $args[0]; $f | Publish-CisFinding @Live -PassThru", rules).Findings;
        var read = session.Succeed("Get-CisFinding -SecurityHub -Published @Live -Region us-east-1").Findings;

        Assert.Equal(scan.Select(finding => (finding.FindingId, finding.Status, finding.ReasonCode, finding.Reason)), read.Select(finding => (finding.FindingId, finding.Status, finding.ReasonCode, finding.Reason)));
        Assert.Equal(("Pilot account", "ops@example.com", "never"), read.Where(finding => finding.ControlId == "1.5").Select(finding => (finding.Suppression!.Reason, finding.Suppression.Owner, finding.Suppression.Expires)).Single());
    }

    [Theory]
    [InlineData("-Region ap-southeast-2", "SecurityHubNotEnabled")]
    [InlineData("-Region us-east-1x", "RegionInvalid")]
    [InlineData("-ControlId 1.5 -Severity Critical", "ControlNotFound")]
    public async Task What_cannot_be_read_is_one_clear_error(string parameters, string errorId)
    {
        await using var session = await HubSession.StartAsync();

        var run = session.Run($"Get-CisFinding -SecurityHub @Live {parameters}");

        var error = run.Failure ?? Assert.Single(run.Errors);
        Assert.Equal(errorId, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_denied_read_names_the_action_for_each_Region()
    {
        await using var session = await HubSession.StartAsync("neglected", "securityhub:GetFindings");

        var run = session.Run("Get-CisFinding -SecurityHub @Live -Region us-east-1, eu-west-1");

        Assert.Equal(2, run.Errors.Count);
        Assert.All(run.Errors, error => Assert.Contains("grant securityhub:GetFindings", error.Exception.Message, StringComparison.Ordinal));
    }

    private static void Add(HubSession session, ControlFinding finding) =>
        session.Sandbox.Account.Change(account => account.Regions["us-east-1"].SecurityHub.Find(finding, account, "us-east-1"));
}
