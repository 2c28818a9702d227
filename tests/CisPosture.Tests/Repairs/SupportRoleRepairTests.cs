using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Tests.Repairs;

public sealed class SupportRoleRepairTests
{
    private const string Failed = "Test-CisControl @Live -Id 1.20";
    private const string Repair = "Repair-CisSupportRole @Live @Journals -Force";
    private const string AssumedBy = "-AssumedBy arn:aws:iam::111122223333:user/carol";

    [Fact]
    public async Task A_role_is_made_that_somebody_may_assume_and_undo_removes_it()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | {Repair} {AssumedBy}");

        var finding = Assert.Single(repair.Findings);
        Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome));
        Assert.Equal(2, session.Sandbox.Requests.Writes);

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task WhatIf_and_a_second_run_only_read()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"$global:Findings = {Failed}");

        session.Succeed($"$Findings | {Repair} {AssumedBy} -WhatIf");
        Assert.Equal(0, session.Sandbox.Requests.Writes);

        session.Succeed($"$Findings | {Repair} {AssumedBy}");
        var writes = session.Sandbox.Requests.Writes;
        var again = session.Succeed($"$Findings | {Repair} {AssumedBy}");

        Assert.Equal("AlreadyCompliant", Assert.Single(again.Findings).Repair!.Outcome);
        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task A_strangers_role_of_the_name_is_left_alone()
    {
        await using var session = await RepairSession.StartAsync();
        session.Sandbox.Account.Change(account => account.Iam.Roles.Add(new IamRole
        {
            Name = "CisPosture-Support",
            AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        }));

        var repair = session.Succeed($"{Failed} | {Repair} {AssumedBy}");

        Assert.Equal("FOREIGN_RESOURCE", Assert.Single(repair.Findings).Repair!.ReasonCode);
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }
}
