using CisPosture.Sandbox;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Tests.Repairs;

public sealed class UserPolicyRepairTests
{
    private const string Failed = "Test-CisControl @Live -Id 1.16 | Where-Object Status -eq Failed";
    private const string Repair = "Repair-CisUserPolicy @Live @Journals -Force";

    [Fact]
    public async Task Users_hold_their_policies_through_groups_afterwards_and_undo_gives_them_back()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | {Repair}");

        Assert.Equal(3, repair.Findings.Count);
        Assert.All(repair.Findings, finding => Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome)));
        var iam = session.Sandbox.Account.Iam;
        var group = iam.Groups.Single(group => group.Name == Assert.Single(iam.Users.Single(user => user.Name == "alice").Groups));
        Assert.Equal(("/cisposture/", "arn:aws:iam::aws:policy/AdministratorAccess"), (group.Path, Assert.Single(group.AttachedPolicies)));

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task Users_with_the_same_policies_share_one_group()
    {
        await using var session = await RepairSession.StartAsync();
        session.Sandbox.Account.Change(account => account.Iam.Users.Add(new IamUser { Name = "zoe", AttachedPolicies = { "arn:aws:iam::aws:policy/AdministratorAccess" } }));
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | {Repair}");

        Assert.All(repair.Findings, finding => Assert.Equal("Passed", finding.Status));
        Assert.Equal(3, session.Sandbox.Requests.Of("iam:CreateGroup"));
        var users = session.Sandbox.Account.Iam.Users;
        Assert.Equal(users.Single(user => user.Name == "alice").Groups, users.Single(user => user.Name == "zoe").Groups);

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task WhatIf_and_a_second_run_only_read()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"$global:Findings = {Failed}");

        var planned = session.Succeed($"$Findings | {Repair} -WhatIf");

        Assert.All(planned.Findings, finding => Assert.Equal("Planned", finding.Repair!.Outcome));
        Assert.Equal(0, session.Sandbox.Requests.Writes);

        session.Succeed($"$Findings | {Repair}");
        var writes = session.Sandbox.Requests.Writes;
        var again = session.Succeed($"$Findings | {Repair}");

        Assert.All(again.Findings, finding => Assert.Equal(("Passed", "AlreadyCompliant"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task A_strangers_group_is_used_where_it_is_named()
    {
        await using var session = await RepairSession.StartAsync();
        session.Sandbox.Account.Change(account => account.Iam.Groups.Add(new IamGroup { Name = "admins", AttachedPolicies = { "arn:aws:iam::aws:policy/AdministratorAccess" } }));

        var repair = session.Succeed($"{Failed} | Where-Object ResourceId -like '*user/alice' | {Repair} -GroupName admins");

        Assert.Equal("Passed", Assert.Single(repair.Findings).Status);
        Assert.Equal(["admins"], session.Sandbox.Account.Iam.Users.Single(user => user.Name == "alice").Groups);
        Assert.Equal(2, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task A_process_that_dies_while_it_takes_policies_from_a_user_leaves_no_second_group_when_it_is_run_again()
    {
        const string Hans = "Test-CisControl @Live -Id 1.16 | Where-Object ResourceId -like '*hans*' | Repair-CisUserPolicy @Live @Journals -Force";
        const int SecondDetachment = 6;
        var kill = new KillSwitch();
        await using var session = await RepairSession.StartAsync(new SandboxOptions { Account = "neglected", OnWrite = kill.OnWriteAsync });
        var before = session.Sandbox.Account.Export();
        var tables = $"$Live = @{{ EndpointUrl = '{session.Sandbox.Endpoint}'; AccessKey = 'test'; SecretKey = 'test' }}; $Journals = @{{ JournalPath = '{session.JournalPath}' }}";
        Assert.True(await kill.KillsAsync($"{tables}; {Hans}", SecondDetachment, takesEffect: false));

        var again = session.Succeed(Hans);

        Assert.Equal("Passed", Assert.Single(again.Findings).Status);
        Assert.Single(session.Sandbox.Account.Iam.Groups, group => group.Path == "/cisposture/");

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }
}
