using System.Management.Automation;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Tests.Repairs;

public sealed class CredentialRepairTests
{
    private const string Failed = "Test-CisControl @Live -Id 1.3, 1.4 | Where-Object Status -eq Failed";
    private const string Repair = "Repair-CisCredential @Live @Journals -Force";

    [Fact]
    public async Task Idle_keys_go_off_and_what_is_in_use_stays_failed_with_the_reason()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"{Failed} | Where-Object ResourceId -like '*ci-deploy' | {Repair}");

        Assert.Equal([("1.3", "Passed"), ("1.4", "Failed")], repair.Findings.Select(finding => (finding.ControlId, finding.Status)).Order());
        Assert.All(repair.Findings, finding => Assert.Equal("Changed", finding.Repair!.Outcome));
        Assert.Contains("AKIAI44QH8DHBEXAMPLE", repair.Findings.Single(finding => finding.ControlId == "1.4").Repair!.Reason, StringComparison.Ordinal);
        Assert.Equal(["Inactive", "Active"], User(session, "ci-deploy").AccessKeys.Select(key => key.Status));
        Assert.Equal(1, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Undo_turns_the_keys_on_again()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();
        session.Succeed($"{Failed} | {Repair}");
        Assert.NotEqual(before, session.Sandbox.Account.Export());

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task WhatIf_only_reads()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"{Failed} | {Repair} -IncludePassword -IncludeKeyInUse -WhatIf");

        Assert.All(repair.Findings, finding => Assert.Equal("Planned", finding.Repair!.Outcome));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task With_everything_said_all_users_pass_from_live_evidence_and_a_second_run_only_reads()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"$global:Findings = {Failed}; $Findings | {Repair} -IncludePassword -IncludeKeyInUse");
        var writes = session.Sandbox.Requests.Writes;
        var again = session.Succeed($"$Findings | {Repair} -IncludePassword -IncludeKeyInUse");

        Assert.All(repair.Findings, finding => Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Null(User(session, "bob").LoginProfile);
        Assert.All(again.Findings, finding => Assert.Equal(("Passed", "AlreadyCompliant"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Undo_says_of_a_deleted_password_that_it_is_gone_and_puts_the_rest_back()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"{Failed} | {Repair} -IncludePassword");

        var undo = session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force 3>&1");

        Assert.Contains(
            undo.Output.Select(item => item.BaseObject).OfType<WarningRecord>(), warning => warning.Message.Contains("cannot be undone", StringComparison.Ordinal));
        Assert.Null(User(session, "bob").LoginProfile);
        Assert.All(User(session, "ci-deploy").AccessKeys, key => Assert.Equal("Active", key.Status));
    }

    [Fact]
    public async Task A_user_who_signed_in_since_the_scan_is_left_alone()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"$global:Findings = {Failed} | Where-Object ResourceId -like '*user/bob'");
        session.Sandbox.Account.Change(account => account.Iam.Users.Single(user => user.Name == "bob").PasswordLastUsed = DateTimeOffset.UtcNow);

        var repair = session.Succeed($"$Findings | {Repair} -IncludePassword");

        var finding = Assert.Single(repair.Findings);
        Assert.Equal(("Passed", "AlreadyCompliant"), (finding.Status, finding.Repair!.Outcome));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Excluded_users_are_known_by_wildcards()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"{Failed} | {Repair} -IncludePassword -ExcludeUser CI-*, b?b, *@*, mueller*");

        Assert.All(repair.Findings, finding => Assert.Equal("EXCLUDED", finding.Repair!.ReasonCode));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    private static IamUser User(RepairSession session, string name) => session.Sandbox.Account.Iam.Users.Single(user => user.Name == name);
}
