using CisPosture.Sandbox;

namespace CisPosture.Tests.EndToEnd;

/// <summary>An organization of the sandbox, entered by roles over HTTP.</summary>
public sealed class OrganizationScanTests
{
    private const string Management = "111122223333";
    private const string Entry = "-RoleName Audit -ExternalId sandbox-audit";

    [Theory]
    [InlineData("neglected")]
    [InlineData("exemplary")]
    public async Task Every_active_account_gets_the_findings_that_it_gets_alone(string account)
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = account, Members = 3 });
        session.Sandbox.Account.Change(_ => session.Sandbox.Accounts.Organization!.Accounts[2].State = "SUSPENDED");

        var scan = session.RunLive($"Test-CisControl -Organization {Entry}");
        var alone = session.RunLive("Test-CisControl");

        Assert.Null(scan.Failure);
        Assert.Empty(scan.Errors);
        Assert.Equal([Management, "222200000001", "222200000003"], scan.Findings.Select(finding => finding.AccountId).Distinct().Order(StringComparer.Ordinal));
        AssertOrder(scan.Findings);
        foreach (var ofAccount in scan.Findings.GroupBy(finding => finding.AccountId))
        {
            Assert.Equal(alone.Findings.Select(Verdict), ofAccount.Select(Verdict));
        }

        Assert.Equal(2, session.Sandbox.Requests.Of("sts:AssumeRole"));
        Assert.Empty(session.Sandbox.Faults);
    }

    [Fact]
    public async Task An_account_whose_role_trusts_others_is_NotAvailable_in_AWS_s_words_and_the_rest_are_judged()
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = "exemplary", Members = 2 });
        session.Sandbox.Accounts["222200000002"].Change(account => account.Iam.Roles.Single(role => role.Name == "Audit").AssumeRolePolicyDocument =
            """{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "999988887777" }, "Action": "sts:AssumeRole" } }""");

        var scan = session.RunLive($"Test-CisControl -AccountId 222200000001, 222200000002 {Entry}");

        Assert.Null(scan.Failure);
        Assert.Equal(43, scan.Findings.Count(finding => finding is { AccountId: "222200000002", Status: "NotAvailable", ReasonCode: ReasonCode.AccessDenied }));
        Assert.Equal("43 controls: 43 passed, 0 failed, 0 unknown. Score 100 %.", CisSummary.Of(scan.Findings.Where(finding => finding.AccountId == "222200000001")).Text);
        var error = Assert.Single(scan.Errors);
        Assert.StartsWith(ErrorId.AccountNotEntered, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(
            "User: arn:aws:iam::111122223333:user/auditor is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222200000002:role/Audit", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_accounts_are_scanned_sixteen_at_a_time_and_all_findings_arrive_in_order()
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = "exemplary", Members = 50 });

        var scan = session.RunLive($"Test-CisControl -Organization {Entry} -ThrottleLimit 16 -Region us-east-1");

        Assert.Null(scan.Failure);
        Assert.Empty(scan.Errors);
        AssertOrder(scan.Findings);
        Assert.Equal(51 * 43, scan.Findings.Select(finding => (finding.AccountId, finding.ControlId)).Distinct().Count());
        Assert.All(scan.Findings, finding => Assert.Equal("Passed", finding.Status));
        Assert.Equal(50, session.Sandbox.Requests.Of("sts:AssumeRole"));
        Assert.Empty(session.Sandbox.Faults);
    }

    [Theory]
    [InlineData(0, "", "is in no organization")]
    [InlineData(1, "organizations:ListAccounts", "AWS denied organizations:ListAccounts to arn:aws:iam::111122223333:user/auditor")]
    public async Task An_organization_that_cannot_be_listed_ends_the_command(int members, string denied, string expected)
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Members = members, Deny = denied.Length > 0 ? [denied] : [] });

        var scan = session.RunLive("Test-CisControl -Organization");

        var error = Assert.Single(scan.Errors);
        Assert.StartsWith(ErrorId.OrganizationNotReadable, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(expected, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(scan.Output);
    }

    [Fact]
    public async Task No_stream_carries_the_keys_of_a_role()
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = "exemplary", Members = 1 });

        var scan = session.RunLive($"Test-CisControl '1.5' -Organization {Entry} -Verbose -Debug 5>&1");

        Assert.Contains(scan.Verbose, line => line == "Entering account 222200000001 by the role Audit.");
        var said = string.Join('\n', scan.Verbose.Concat(scan.Output.Select(item => item.ToString())));
        Assert.Contains("sts:AssumeRole us-east-1", said, StringComparison.Ordinal);
        Assert.All(session.Sandbox.Accounts["222200000001"].Sessions, keys =>
        {
            Assert.DoesNotContain(keys.SecretAccessKey, said, StringComparison.Ordinal);
            Assert.DoesNotContain(keys.SessionToken!, said, StringComparison.Ordinal);
        });
        Assert.Single(session.Sandbox.Accounts["222200000001"].Sessions);
    }

    private static (string Control, string Status, string ReasonCode, string Region) Verdict(CisFinding finding) => (finding.ControlId, finding.Status, finding.ReasonCode, finding.Region);

    private static void AssertOrder(IReadOnlyList<CisFinding> findings) => Assert.Equal(
        findings
            .OrderBy(finding => finding.Control)
            .ThenBy(finding => finding.AccountId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Region, StringComparer.Ordinal)
            .ThenBy(finding => finding.ResourceId, StringComparer.Ordinal)
            .Select(finding => finding.FindingId),
        findings.Select(finding => finding.FindingId));
}
