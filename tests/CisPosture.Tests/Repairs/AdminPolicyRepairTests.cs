using System.Management.Automation;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

public sealed class AdminPolicyRepairTests
{
    private const string Everything = "arn:aws:iam::111122223333:policy/ops/everything";
    private const string Power = "arn:aws:iam::aws:policy/PowerUserAccess";
    private const string Failed = "Test-CisControl @Live -Id 1.22 | Where-Object Status -eq Failed";
    private const string Repair = "Repair-CisAdminPolicy @Live @Journals";

    [Fact]
    public async Task Users_groups_and_roles_lose_it_the_control_passes_and_undo_gives_all_back()
    {
        await using var session = await StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | {Repair} -DetachAdminPolicy -Force 3>&1");

        Assert.Equal(2, repair.Findings.Count);
        Assert.All(repair.Findings, finding => Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Empty(Holders(session.Sandbox.Account.Iam));
        Assert.Equal(1, session.Sandbox.Requests.Of("iam:DetachUserPolicy"));
        Assert.Equal(1, session.Sandbox.Requests.Of("iam:DetachGroupPolicy"));
        Assert.Equal(1, session.Sandbox.Requests.Of("iam:DetachRolePolicy"));
        Assert.Contains(Warnings(repair), warning => warning.Contains("Role batch (assumed by ec2.amazonaws.com; in instance profile batch-servers; last used ", StringComparison.Ordinal));
        Assert.Contains(Warnings(repair), warning => warning.Contains("Group ops (member bob) loses everything", StringComparison.Ordinal));
        Assert.Contains(Warnings(repair), warning => warning.Contains("Administrators for certain afterwards: user alice.", StringComparison.Ordinal));

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
        Assert.Empty(session.Sandbox.Faults);
    }

    [Fact]
    public async Task Holders_have_the_replacement_afterwards()
    {
        await using var session = await StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | {Repair} -ReplacementPolicyArn {Power} -Force");

        Assert.All(repair.Findings, finding => Assert.Equal("Passed", finding.Status));
        var iam = session.Sandbox.Account.Iam;
        Assert.Equal([Power], iam.Users.Single(user => user.Name == "mueller,hans=ops").AttachedPolicies);
        Assert.Equal([Power], iam.Groups.Single(group => group.Name == "ops").AttachedPolicies);
        Assert.Equal([Power], iam.Roles.Single(role => role.Name == "batch").AttachedPolicies);

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task WhatIf_and_a_second_run_only_read()
    {
        await using var session = await StartAsync();
        session.Succeed($"$global:Findings = {Failed}");

        var planned = session.Succeed($"$Findings | {Repair} -DetachAdminPolicy -Force -WhatIf");

        Assert.Equal(["Planned", "Planned"], planned.Findings.Select(finding => finding.Repair!.Outcome));
        Assert.Equal([5, 2], Ordered(planned).Select(finding => finding.Repair!.Steps.Count));
        Assert.Equal(0, session.Sandbox.Requests.Writes);

        session.Succeed($"$Findings | {Repair} -DetachAdminPolicy -Force");
        var writes = session.Sandbox.Requests.Writes;
        var again = session.Succeed($"$Findings | {Repair} -DetachAdminPolicy -Force");

        Assert.All(again.Findings, finding => Assert.Equal(("Passed", "AlreadyCompliant"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Without_a_choice_holders_are_told_of_and_nothing_but_what_nobody_holds_is_narrowed()
    {
        await using var session = await StartAsync();

        var repair = session.Succeed($"{Failed} | {Repair} -Force");

        Assert.Equal(["CHOICE_NEEDED", "CHANGED"], Ordered(repair).Select(finding => finding.Repair!.ReasonCode));
        Assert.Contains("group ops (member bob)", Ordered(repair)[0].Repair!.Reason, StringComparison.Ordinal);
        Assert.Equal(3, Holders(session.Sandbox.Account.Iam).Count());
    }

    [Fact]
    public async Task The_caller_is_not_locked_out_even_by_force_and_leaving_the_caller_out_mends_the_rest()
    {
        await using var session = await StartAsync(account => account.Iam.Users.Single(user => user.Name == "auditor").AttachedPolicies.Add(Everything));
        session.Succeed($"$global:Findings = {Failed} | Where-Object ResourceId -like '*everything'");

        var refused = Assert.Single(session.Succeed($"$Findings | {Repair} -DetachAdminPolicy -Force").Findings);

        Assert.Equal(("Failed", "Skipped", "IN_USE"), (refused.Status, refused.Repair!.Outcome, refused.Repair.ReasonCode));
        Assert.Equal(0, session.Sandbox.Requests.Writes);

        var rest = Assert.Single(session.Succeed($"$Findings | {refused.Repair.NextCommand} @Live @Journals -DetachAdminPolicy -Force").Findings);

        Assert.Equal(("Failed", "Changed"), (rest.Status, rest.Repair!.Outcome));
        Assert.Contains("stays with user auditor", rest.Repair.Reason, StringComparison.Ordinal);
        Assert.Equal(["auditor"], Holders(session.Sandbox.Account.Iam).Select(holder => holder.Name));
    }

    [Fact]
    public async Task A_policy_that_also_denies_goes_on_to_deny()
    {
        const string Migration = "arn:aws:iam::111122223333:policy/migration-2019";
        await using var session = await StartAsync(account => account.Iam.Users.Single(user => user.Name == "bob").AttachedPolicies.Add(Migration));
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | Where-Object ResourceId -like '*migration*' | {Repair} -DetachAdminPolicy -Force");

        Assert.Equal("Passed", Assert.Single(repair.Findings).Status);
        Assert.Equal([Migration], session.Sandbox.Account.Iam.Users.Single(user => user.Name == "bob").AttachedPolicies);
        var policy = session.Sandbox.Account.Iam.Policies.Single(policy => policy.Name == "migration-2019");
        var document = policy.Versions.Single(version => version.VersionId == policy.DefaultVersionId).Document;
        Assert.Contains("iam:DeleteUser", document, StringComparison.Ordinal);
        Assert.DoesNotContain("\"*\"]", document, StringComparison.Ordinal);

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task Undo_is_refused_where_somebody_put_another_version_in_force_since()
    {
        await using var session = await StartAsync();
        session.Succeed($"{Failed} | Where-Object ResourceId -like '*migration*' | {Repair} -Force");
        session.Sandbox.Account.Change(account => account.Iam.Policies.Single(policy => policy.Name == "migration-2019").DefaultVersionId = "v1");

        var undo = session.Run("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Contains(undo.Errors, error => error.FullyQualifiedErrorId.StartsWith("UndoRefused", StringComparison.Ordinal));
        Assert.Equal("v1", session.Sandbox.Account.Iam.Policies.Single(policy => policy.Name == "migration-2019").DefaultVersionId);
    }

    [Fact]
    public async Task What_cannot_be_meant_ends_the_command_before_anything_is_read()
    {
        await using var session = await StartAsync();
        session.Succeed($"$global:Findings = {Failed}");
        var requests = session.Sandbox.Requests.Total;

        var run = session.Run($"$Findings | {Repair} -ReplacementPolicyArn {Power} -DetachAdminPolicy -Force");

        Assert.StartsWith("RepairOptionInvalid", (run.Failure ?? Assert.Single(run.Errors)).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(requests, session.Sandbox.Requests.Total);
    }

    // The policy of the neglected account is held by a user; here a group and a role in use hold it as well.
    private static async Task<RepairSession> StartAsync(Action<SandboxAccount>? change = null)
    {
        var session = await RepairSession.StartAsync();
        session.Sandbox.Account.Change(account =>
        {
            account.Iam.Groups.Add(new IamGroup { Name = "ops", AttachedPolicies = { Everything } });
            account.Iam.Users.Single(user => user.Name == "bob").Groups.Add("ops");
            account.Iam.Roles.Add(new IamRole
            {
                Name = "batch",
                AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
                AttachedPolicies = { Everything },
                InstanceProfiles = { "batch-servers" },
                LastUsed = new DateTimeOffset(2026, 2, 27, 4, 5, 6, TimeSpan.Zero),
            });
            change?.Invoke(account);
        });
        return session;
    }

    private static IEnumerable<IamIdentity> Holders(IamState iam) =>
        iam.Users.Concat<IamIdentity>(iam.Groups).Concat(iam.Roles).Where(identity => identity.AttachedPolicies.Contains(Everything, StringComparer.Ordinal));

    private static IEnumerable<string> Warnings(ModuleRun run) => run.Output.Select(item => item.BaseObject).OfType<WarningRecord>().Select(warning => warning.Message);

    private static List<CisFinding> Ordered(ModuleRun run) => [.. run.Findings.OrderByDescending(finding => finding.ResourceId, StringComparer.Ordinal)];
}
