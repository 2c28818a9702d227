using CisPosture.Sandbox;
using CisPosture.Sandbox.PushBack;

namespace CisPosture.Tests.EndToEnd;

/// <summary>Whole accounts, from the command down to HTTP and back.</summary>
public sealed class AccountScanTests
{
    [Theory]
    [InlineData("neglected", "43 controls: 0 passed, 43 failed, 0 unknown. Score 0 %.")]
    [InlineData("exemplary", "43 controls: 43 passed, 0 failed, 0 unknown. Score 100 %.")]
    public async Task Every_control_of_an_account_is_judged(string account, string rollUp)
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = account });

        var scan = session.RunLive("Test-CisControl");

        Assert.Null(scan.Failure);
        Assert.Empty(scan.Errors);
        Assert.Equal(BenchmarkCatalogue.Current.Controls.Select(control => control.Id), scan.Findings.Select(finding => finding.ControlId).Distinct());
        Assert.Equal(rollUp, CisSummary.Of(scan.Findings).Text);
        Assert.Empty(session.Sandbox.Faults);
    }

    [Fact]
    public async Task A_scan_of_the_alarm_controls_asks_for_each_list_once_and_for_nothing_else()
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = "exemplary" });

        var scan = session.RunLive("Test-CisControl -Region us-east-1 -Id 3.*");

        Assert.All(scan.Output, item => Assert.Equal("CisPosture.CisFinding", item.BaseObject.GetType().FullName));
        Assert.Equal(14, scan.Findings.Count);
        var expected = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["sts:GetCallerIdentity"] = 1,
            ["cloudtrail:DescribeTrails"] = 1,
            ["cloudtrail:GetTrailStatus"] = 1,
            ["cloudtrail:GetEventSelectors"] = 1,
            ["logs:DescribeLogGroups"] = 1,
            ["logs:DescribeMetricFilters"] = 1,
            ["cloudwatch:DescribeAlarms"] = 1,
            ["sns:ListSubscriptionsByTopic"] = 1,
        };
        Assert.Equal(expected.OrderBy(count => count.Key, StringComparer.Ordinal), session.Sandbox.Requests.ByOperation.OrderBy(count => count.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_denied_credential_report_leaves_three_controls_without_a_verdict_and_the_rest_judged()
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = "neglected", Deny = ["iam:GetCredentialReport"] });

        var scan = session.RunLive("Test-CisControl");

        var unknown = scan.Findings.Where(finding => finding.Status == "NotAvailable").ToList();
        Assert.Equal(["1.2", "1.3", "1.4"], unknown.Select(finding => finding.ControlId));
        Assert.All(unknown, finding => Assert.Equal(ReasonCode.AccessDenied, finding.ReasonCode));
        Assert.All(unknown, finding => Assert.Equal("iam:GetCredentialReport", finding.Evidence["MissingPermission"]));
        var error = Assert.Single(scan.Errors);
        Assert.StartsWith(ErrorId.EvidenceMissing, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Null(scan.Failure);
        Assert.Equal("43 controls: 0 passed, 40 failed, 3 unknown. Score 0 %.", CisSummary.Of(scan.Findings).Text);
    }

    [Fact]
    public async Task Where_AWS_pushes_back_the_scan_ends_and_no_verdict_differs_but_those_of_the_Regions_that_do()
    {
        string[] lost = ["ap-east-1", "sa-east-1"];
        await using var quiet = await SandboxSession.StartAsync(new SandboxOptions { Account = "exemplary" });
        await using var loud = await SandboxSession.StartAsync(new SandboxOptions
        {
            Account = "exemplary", Throttle = [ThrottleRule.Parse("5/s")], Latency = TimeSpan.FromMilliseconds(100),
            RegionsOff = ["me-south-1"], RegionsDenied = ["ap-east-1"], RegionsUnreachable = ["sa-east-1"],
        });

        var expected = quiet.RunLive("Test-CisControl -EachResource");
        var scan = loud.RunLive("Test-CisControl -EachResource");

        Assert.Null(scan.Failure);
        Assert.Equal(43, scan.Findings.Select(finding => finding.ControlId).Distinct().Count());
        var theirs = scan.Findings.Where(finding => lost.Contains(finding.Region)).ToList();
        Assert.All(theirs, finding => Assert.Equal(
            ("NotAvailable", finding.Region == "ap-east-1" ? ReasonCode.AccessDenied : ReasonCode.EndpointUnreachable), (finding.Status, finding.ReasonCode)));
        Assert.Equal(lost, theirs.Select(finding => finding.Region).Distinct().Order(StringComparer.Ordinal));

        // That trails which only those Regions have were not seen is their verdict too.
        var partial = scan.Findings.Where(finding => finding.ReasonCode == ReasonCode.PartialVisibility).ToList();
        Assert.All(partial, finding => Assert.Equal(lost, Assert.IsType<string[]>(finding.Evidence["UnreadRegions"])));
        Assert.Equal(expected.Findings.Select(Verdict), scan.Findings.Except(theirs).Except(partial).Select(Verdict));
        Assert.All(scan.Errors, error => Assert.StartsWith(ErrorId.EvidenceMissing, error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Empty(loud.Sandbox.Faults);

        static (string, string, string, string, string) Verdict(CisFinding finding) => (finding.ControlId, finding.Region, finding.ResourceId, finding.Status, finding.ReasonCode);
    }

    [Fact]
    public async Task A_wrong_secret_ends_the_scan_with_one_error_that_does_not_repeat_it()
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = "neglected" });

        var scan = session.Run("Test-CisControl -EndpointUrl $Endpoint -AccessKey test -SecretKey not-the-secret -Verbose -Debug");

        var error = Assert.Single(scan.Errors);
        Assert.StartsWith(ErrorId.CredentialsInvalid, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", $"{error} {error.Exception} {string.Join(' ', scan.Verbose)}", StringComparison.Ordinal);
        Assert.Empty(scan.Output);
    }
}
