using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;
using CisPosture.Controls;
using CisPosture.Sandbox;
using CisPosture.Sandbox.State.Iam;
using IamUser = CisPosture.Sandbox.State.Iam.IamUser;

namespace CisPosture.Aws.Tests.Sandbox;

/// <summary>Whole accounts, read over HTTP from the sandbox.</summary>
public sealed class WholeScanTests
{
    private static readonly SandboxOptions SmallEnterprise = new()
    {
        Account = "enterprise", Enterprise = new EnterpriseSize { Users = 40, Policies = 20, Keys = 4, Groups = 8, Regions = 5 },
    };

    private static EvidenceKind[] Everything => [.. EvidenceKind.All];

    public static TheoryData<string> Accounts => ["neglected", "exemplary", "enterprise"];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task All_evidence_of_an_account_is_read_without_a_gap(string account)
    {
        await using var sandbox = await OpenAsync(account);
        var collection = sandbox.Start(Everything);

        var evidence = await collection.WhenCompleteAsync();

        Assert.Empty(collection.TakeNewGaps());
        Assert.Empty(sandbox.Server.Faults);
        Assert.All(
            new[]
            {
                evidence.EnabledRegions.Gap, evidence.CredentialReport.Gap, evidence.Users.Gap, evidence.PasswordPolicy.Gap, evidence.AccountSummary.Gap,
                evidence.VirtualMfaDevices.Gap, evidence.UserPolicies.Gap, evidence.CustomerPolicies.Gap, evidence.SupportAccess.Gap,
            },
            Assert.Null);
        Assert.All(
            evidence.Regions.SelectMany(region => new[]
            {
                region.TrailArns.Gap, region.ConfigRecorders.Gap, region.ConfigDeliveryChannels.Gap, region.KmsKeys.Gap, region.Vpcs.Gap, region.FlowLogs.Gap,
                region.SecurityGroups.Gap, region.SecurityGroupsInUse.Gap,
            }),
            Assert.Null);
        Assert.Equal(collection.Progress.Total, collection.Progress.Completed);
    }

    [Theory]
    [InlineData("exemplary", FindingStatus.Passed)]
    [InlineData("neglected", FindingStatus.Failed)]
    public async Task The_evidence_of_the_two_extreme_accounts_leads_to_the_same_verdict_for_every_control(string account, FindingStatus expected)
    {
        await using var sandbox = await OpenAsync(account);

        Assert.Empty(ExtremeVerdicts.Unlike(expected, await sandbox.CollectAsync(Everything)));
    }

    [Fact]
    public async Task Two_scans_of_one_account_are_equal()
    {
        await using var sandbox = await OpenAsync("enterprise");

        Assert.Equal(EvidenceText.Of(await sandbox.CollectAsync(Everything)), EvidenceText.Of(await sandbox.CollectAsync(Everything)));
    }

    [Theory]
    [InlineData("neglected")]
    [InlineData("exemplary")]
    public async Task Small_pages_change_nothing(string account)
    {
        EvidenceKind[] kinds = [.. EvidenceKind.All.Except([EvidenceKind.CredentialReport, EvidenceKind.UnreportedCredentials])];
        await using var whole = await SandboxSession.OpenAsync(new SandboxOptions { Account = account, Time = FixedTime.Instance });
        await using var paged = await SandboxSession.OpenAsync(new SandboxOptions { Account = account, Time = FixedTime.Instance, PageSize = 1 });

        Assert.Equal(EvidenceText.Of(await whole.CollectAsync(kinds)), EvidenceText.Of(await paged.CollectAsync(kinds)));
        Assert.True(paged.Server.Requests.Total > whole.Server.Requests.Total, "The sandbox did not page; see its PageSize option.");
    }

    [Fact]
    public async Task Each_listing_is_asked_for_once_a_Region()
    {
        await using var sandbox = await OpenAsync("neglected");
        var evidence = await sandbox.CollectAsync(Everything);

        string[] everyRegion =
        [
            "cloudtrail:DescribeTrails", "config:DescribeConfigurationRecorders", "config:DescribeConfigurationRecorderStatus", "config:DescribeDeliveryChannels",
            "kms:ListKeys", "ec2:DescribeVpcs", "ec2:DescribeFlowLogs", "ec2:DescribeSecurityGroups", "ec2:DescribeNetworkInterfaces",
        ];
        Assert.All(evidence.Regions, region => Assert.All(everyRegion, operation => Assert.Equal(1, sandbox.Server.Requests.ByRegion[region.Region][operation])));
        string[] onceAnAccount =
        [
            "sts:GetCallerIdentity", "ec2:DescribeRegions", "iam:GetCredentialReport", "iam:ListUsers", "iam:GetAccountPasswordPolicy", "iam:GetAccountSummary",
            "iam:ListVirtualMFADevices", "iam:GetAccountAuthorizationDetails", "iam:ListEntitiesForPolicy",
        ];
        Assert.All(onceAnAccount, operation => Assert.Equal(1, sandbox.Counts[operation]));
        Assert.Equal(evidence.Trails.Count, sandbox.Counts["cloudtrail:GetTrailStatus"]);
        Assert.Equal(evidence.Trails.Count, sandbox.Counts["cloudtrail:GetEventSelectors"]);
    }

    [Fact]
    public async Task A_scan_of_the_monitoring_chain_asks_for_nothing_else()
    {
        await using var sandbox = await OpenAsync("exemplary");

        await sandbox.CollectAsync(EvidenceKind.TrailStatus, EvidenceKind.TrailEventSelectors, EvidenceKind.TopicSubscriptions);

        Assert.Equal(
            [
                "cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors", "cloudtrail:GetTrailStatus", "cloudwatch:DescribeAlarms", "ec2:DescribeRegions",
                "logs:DescribeMetricFilters", "sns:ListSubscriptionsByTopic", "sts:GetCallerIdentity",
            ],
            sandbox.Counts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((1, 1), (sandbox.Counts["cloudwatch:DescribeAlarms"], sandbox.Counts["logs:DescribeMetricFilters"]));
    }

    [Fact]
    public async Task A_denied_report_is_one_gap_and_everything_else_is_there()
    {
        await using var denied = await SandboxSession.OpenAsync(new SandboxOptions { Account = "neglected", Deny = ["iam:GetCredentialReport"] });
        var collection = denied.Start(Everything);

        var evidence = await collection.WhenCompleteAsync();

        var gap = Assert.Single(collection.TakeNewGaps());
        Assert.Equal(("ACCESS_DENIED", "iam:GetCredentialReport", "iam:GetCredentialReport"), (gap.ReasonCode, gap.Operation, gap.Permission));
        Assert.Equal(gap, evidence.CredentialReport.Gap);
        Assert.Equal(
            [],
            BenchmarkCatalogue.Current.Controls
                .SelectMany(control => new ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false).Evaluate(control, evidence))
                .Where(finding => finding.Status == nameof(FindingStatus.NotAvailable) && finding.ControlId is not ("1.2" or "1.3" or "1.4"))
                .Select(finding => finding.ToString()));
    }

    public static TheoryData<string> ReadPermissions => [.. EvidenceKind.All.SelectMany(kind => kind.Permissions).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ReadPermissions))]
    public async Task Whatever_is_denied_is_reported_by_its_permission_and_stops_nothing_else(string permission)
    {
        await using var sandbox = await SandboxSession.OpenAsync(new SandboxOptions { Account = "exemplary", Deny = [permission] });
        var collection = sandbox.Start(Everything);

        await collection.WhenCompleteAsync();

        var gaps = collection.TakeNewGaps();
        Assert.All(gaps, gap => Assert.Equal((ReasonCode.AccessDenied, permission), (gap.ReasonCode, gap.Permission)));
        Assert.True(gaps.Count > 0 || !IsAskedInExemplaryAccount(permission), $"{permission} was denied and nobody noticed.");
    }

    [Fact]
    public async Task A_Region_that_the_account_has_not_enabled_is_named_as_such()
    {
        await using var sandbox = await OpenAsync("exemplary");
        var collection = sandbox.Session.Collect(
            new CollectionRequest { Kinds = [EvidenceKind.Vpcs, EvidenceKind.Trails, EvidenceKind.KmsKeys], Regions = ["us-east-1", "me-south-1"] }, TestContext.Current.CancellationToken);

        var evidence = await collection.WhenCompleteAsync();

        Assert.Equal("REGION_NOT_ENABLED", evidence.Regions[0].Vpcs.Gap!.ReasonCode);
        Assert.Equal("REGION_NOT_ENABLED", evidence.Regions[0].TrailArns.Gap!.ReasonCode);
        Assert.Equal("REGION_NOT_ENABLED", evidence.Regions[0].KmsKeys.Gap!.ReasonCode);
        Assert.True(evidence.Regions[1].Vpcs.IsKnown);
    }

    [Fact]
    public async Task The_log_tells_each_call_and_no_secret()
    {
        await using var sandbox = await OpenAsync("neglected");
        await sandbox.CollectAsync(Everything);

        Assert.Equal(sandbox.Server.Requests.Total, sandbox.Log.DebugLines.Count(line => line.Contains(':', StringComparison.Ordinal)));

        // The sandbox's secret key is the word "test".
        Assert.DoesNotMatch(@"\btest\b", sandbox.Log.All);
    }

    [Fact]
    public async Task A_user_who_is_younger_than_the_report_is_read_live()
    {
        await using var sandbox = await OpenAsync("neglected");
        await sandbox.CollectAsync(EvidenceKind.CredentialReport);
        sandbox.Server.Account.Locked(() =>
        {
            sandbox.Server.Account.Iam.Users.Add(new IamUser { Name = "newcomer", CreateDate = DateTimeOffset.UtcNow, LoginProfile = new LoginProfile { CreateDate = DateTimeOffset.UtcNow } });
            return 0;
        });

        var evidence = await sandbox.CollectAsync(EvidenceKind.UnreportedCredentials);

        Assert.DoesNotContain(evidence.CredentialReport.Value!.Rows, row => row.UserName == "newcomer");
        Assert.Equal("newcomer", Assert.Single(evidence.UnreportedCredentials).Key);
        Assert.Equal((true, false), (evidence.UnreportedCredentials["newcomer"].Value!.HasPassword, evidence.UnreportedCredentials["newcomer"].Value!.HasMfa));
    }

    [Fact]
    public async Task A_gateway_made_as_the_module_makes_it_reads_an_account()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary" }, TestContext.Current.CancellationToken);
        var type = typeof(AccountGateway).Assembly.GetType("CisPosture.Aws.AccountGateway", throwOnError: true)!;
        var gateway = (IAccountGateway)Activator.CreateInstance(type)!;
        var request = new ConnectionRequest { AccessKey = "test", SecretKey = "test", Region = "us-east-1", EndpointUrl = server.Endpoint.ToString() };

        using var session = await gateway.ConnectAsync(request, new RecordingLog(), TestContext.Current.CancellationToken);
        var evidence = await session.Collect(new CollectionRequest { Kinds = [EvidenceKind.PasswordPolicy] }, TestContext.Current.CancellationToken).WhenCompleteAsync();

        Assert.True(type.IsPublic);
        Assert.True(evidence.PasswordPolicy.Value!.IsSet);
    }

    // Users who are younger than the report and prefix lists in rules: the exemplary account has neither.
    private static bool IsAskedInExemplaryAccount(string permission) => permission is not (
        "iam:GetLoginProfile" or "iam:ListMFADevices" or "iam:ListAccessKeys" or "iam:GetAccessKeyLastUsed" or "ec2:GetManagedPrefixListEntries" or "iam:GetGroup");

    private static Task<SandboxSession> OpenAsync(string account) =>
        SandboxSession.OpenAsync(account == "enterprise" ? SmallEnterprise : new SandboxOptions { Account = account });
}
