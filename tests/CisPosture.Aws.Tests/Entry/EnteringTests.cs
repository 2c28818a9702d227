using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;
using CisPosture.Sandbox;

namespace CisPosture.Aws.Tests.Entry;

/// <summary>Other accounts of the sandbox, entered over HTTP.</summary>
public sealed class EnteringTests
{
    private const string Member = "222200000001";

    private static readonly SandboxOptions Organization = new() { Account = "exemplary", Members = 2 };
    private static readonly AccountRole Role = new() { AccountId = Member, RoleName = "Audit", ExternalId = "sandbox-audit" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_after_entering_is_the_other_account_s()
    {
        await using var sandbox = await SandboxSession.OpenAsync(Organization);
        using var member = await sandbox.Session.EnterAsync(Role, Token);

        var evidence = await ReadAsync(member, EvidenceKind.Trails, EvidenceKind.Users);

        Assert.Equal((Member, "aws", $"arn:aws:sts::{Member}:assumed-role/Audit/CisPosture"), (member.AccountId, member.Partition, member.CallerArn));
        Assert.Equal((Member, "us-east-1", null), (evidence.AccountId, evidence.HomeRegion, evidence.EntryGap));
        Assert.All(evidence.Trails, trail => Assert.Contains($":{Member}:", trail.Trail.Arn, StringComparison.Ordinal));
        Assert.NotEmpty(evidence.Trails);
        Assert.NotEmpty(evidence.Users.Value!);
        Assert.Contains($"Entering account {Member} by the role Audit.", sandbox.Log.VerboseLines);
    }

    [Fact]
    public async Task All_evidence_of_another_account_is_read_without_a_gap()
    {
        await using var sandbox = await SandboxSession.OpenAsync(Organization);
        using var member = await sandbox.Session.EnterAsync(Role, Token);
        var collection = member.Collect(new CollectionRequest { Kinds = EvidenceKind.All }, Token);

        await collection.WhenCompleteAsync();

        Assert.Empty(collection.TakeNewGaps());
        Assert.Equal(1, sandbox.Server.Requests.Of("sts:AssumeRole"));
        Assert.Equal(1, sandbox.Server.Requests.Of("sts:GetCallerIdentity"));
    }

    [Fact]
    public async Task The_role_is_assumed_in_the_session_s_Region()
    {
        await using var sandbox = await SandboxSession.OpenAsync(Organization, region: "eu-west-1");
        using var member = await sandbox.Session.EnterAsync(Role, Token);

        Assert.Equal(1, sandbox.Server.Requests.ByRegion["eu-west-1"]["sts:AssumeRole"]);
        Assert.False(member.CallerArn.Length == 0);
    }

    [Fact]
    public async Task A_role_with_a_path_is_named_by_it()
    {
        await using var sandbox = await SandboxSession.OpenAsync(Organization);
        sandbox.Server.Accounts[Member].Change(account => account.Iam.Roles.Add(new CisPosture.Sandbox.State.Iam.IamRole
        {
            Name = "Reader",
            Path = "/security/teams/",
            AssumeRolePolicyDocument = """{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" } }""",
        }));

        foreach (var name in new[] { "security/teams/Reader", "/security/teams/Reader" })
        {
            using var member = await sandbox.Session.EnterAsync(new AccountRole { AccountId = Member, RoleName = name }, Token);
            Assert.Equal($"arn:aws:sts::{Member}:assumed-role/Reader/CisPosture", member.CallerArn);
        }
    }

    [Theory]
    [InlineData(Member, "Audit", "another-id")]
    [InlineData(Member, "Audit", null)]
    [InlineData(Member, "Nobody", "sandbox-audit")]
    [InlineData("999988887777", "Audit", "sandbox-audit")]
    public async Task An_account_that_lets_nobody_in_has_one_gap_which_names_the_role(string accountId, string role, string? externalId)
    {
        await using var sandbox = await SandboxSession.OpenAsync(Organization);
        using var shut = await sandbox.Session.EnterAsync(new AccountRole { AccountId = accountId, RoleName = role, ExternalId = externalId }, Token);
        var collection = shut.Collect(new CollectionRequest { Kinds = EvidenceKind.All }, Token);

        var evidence = await collection.WhenReadyAsync([EvidenceKind.Users]);

        var gap = Assert.Single(collection.TakeNewGaps());
        Assert.Empty(collection.TakeNewGaps());
        Assert.Equal(gap, evidence.EntryGap);
        Assert.Equal((accountId, accountId, "aws", "us-east-1"), (shut.AccountId, evidence.AccountId, evidence.Partition, evidence.HomeRegion));
        Assert.Equal(
            ("ACCESS_DENIED", "sts:AssumeRole", "sts:AssumeRole", $"arn:aws:iam::{accountId}:role/{role}", "AccessDenied"),
            (gap.ReasonCode, gap.Operation, gap.Permission, gap.Resource, gap.ErrorCode));
        Assert.Null(gap.Region);
    }

    [Fact]
    public async Task Without_the_permission_no_account_can_be_entered()
    {
        await using var sandbox = await SandboxSession.OpenAsync(Organization with { Deny = ["sts:AssumeRole"] });
        using var shut = await sandbox.Session.EnterAsync(Role, Token);

        Assert.Equal("ACCESS_DENIED", (await ReadAsync(shut, EvidenceKind.Users)).EntryGap!.ReasonCode);
    }

    [Fact]
    public async Task The_organization_tells_its_active_accounts_in_order_over_all_pages()
    {
        await using var sandbox = await SandboxSession.OpenAsync(Organization with { Members = 5, PageSize = 2 });
        sandbox.Server.Account.Change(_ => sandbox.Server.Accounts.Organization!.Accounts[3].State = "SUSPENDED");
        sandbox.Server.Account.Change(_ => sandbox.Server.Accounts.Organization!.Accounts[4].State = "PENDING_CLOSURE");

        Assert.Equal(["111122223333", "222200000001", "222200000002", "222200000005"], await sandbox.Session.ListActiveAccountsAsync(Token));
        Assert.Equal(3, sandbox.Server.Requests.ByRegion["us-east-1"]["organizations:ListAccounts"]);
    }

    [Fact]
    public async Task A_member_may_not_ask_for_the_accounts_of_its_organization()
    {
        await using var sandbox = await SandboxSession.OpenAsync(Organization);
        using var member = await sandbox.Session.EnterAsync(Role, Token);

        var error = await Assert.ThrowsAsync<PostureException>(() => member.ListActiveAccountsAsync(Token));

        Assert.Equal((ErrorId.OrganizationNotReadable, (object)Member), (error.ErrorId, error.Target));
        Assert.Contains("organizations:ListAccounts", error.Message, StringComparison.Ordinal);
        Assert.Contains($"arn:aws:sts::{Member}:assumed-role/Audit/CisPosture", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_in_no_organization_is_told_to_name_accounts()
    {
        await using var sandbox = await SandboxSession.OpenAsync("exemplary");

        var error = await Assert.ThrowsAsync<PostureException>(() => sandbox.Session.ListActiveAccountsAsync(Token));

        Assert.Equal(ErrorId.OrganizationNotReadable, error.ErrorId);
        Assert.Contains("111122223333 is in no organization", error.Message, StringComparison.Ordinal);
    }

    private static Task<AccountEvidence> ReadAsync(IAccountSession session, params EvidenceKind[] kinds) =>
        session.Collect(new CollectionRequest { Kinds = kinds }, Token).WhenCompleteAsync();
}
