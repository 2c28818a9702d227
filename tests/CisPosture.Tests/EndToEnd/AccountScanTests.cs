using CisPosture.Sandbox;

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
