using CisPosture.Sandbox.State.Ec2;

namespace CisPosture.Tests.Repairs;

public sealed class SecurityGroupRepairTests
{
    private const string Failed = "Test-CisControl @Live -Id '4.1', '4.2', '4.3' | Where-Object Status -eq Failed";

    [Fact]
    public async Task Split_closes_the_ports_keeps_the_others_and_undo_brings_every_rule_back()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | Repair-CisSecurityGroup @Live @Journals -WideRule Split -Force");

        Assert.NotEmpty(repair.Findings);
        Assert.All(repair.Findings, finding => Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome)));
        var wide = GroupOf(session, "eu-west-1", "wide-open");
        Assert.Equal(
            ["icmp -1--1", "tcp 0-21", "tcp 23-3388", "tcp 3390-65535", "udp 0-65535"],
            wide.Ingress.Select(rule => $"{rule.Protocol} {rule.FromPort}-{rule.ToPort}").Order(StringComparer.Ordinal));

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_rule_that_opens_more_than_the_port_stays_until_the_user_says_what_to_do()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed("Test-CisControl @Live -Id '4.1' -Region eu-west-1 | Where-Object Status -eq Failed | Repair-CisSecurityGroup @Live @Journals -Force");

        var byOutcome = repair.Findings.ToLookup(finding => finding.Repair!.ReasonCode);
        Assert.Equal(GroupIds(session, "ipv6", "wide-open"), byOutcome[RepairReasonCode.ChoiceNeeded].Select(GroupId).Order(StringComparer.Ordinal));
        Assert.All(byOutcome[RepairReasonCode.ChoiceNeeded], finding => Assert.Equal(("Failed", "Skipped"), (finding.Status, finding.Repair!.Outcome)));
        Assert.All(byOutcome[RepairReasonCode.ChoiceNeeded], finding => Assert.StartsWith("Repair-CisSecurityGroup", finding.Repair!.NextCommand, StringComparison.Ordinal));

        // The rule of the third group opens nothing but the port, through a prefix list.
        Assert.Equal(GroupIds(session, "offices-only"), byOutcome[RepairReasonCode.Changed].Select(GroupId));
        Assert.Equal(new Dictionary<string, int> { ["ec2:RevokeSecurityGroupIngress"] = 1 }, session.Sandbox.Requests.WritesByOperation);
    }

    [Theory]
    [InlineData("300.1.1.1/8")]
    [InlineData("203.0.113.7")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("128.0.0.0/1")]
    public async Task A_replacement_that_is_no_range_or_is_the_world_again_is_refused_before_anything_is_sent(string cidr)
    {
        await using var session = await RepairSession.StartAsync();

        var run = session.Run(
            "[pscustomobject]@{ ControlId = '4.1'; AccountId = '111122223333'; Region = 'us-east-1'; ResourceId = 'sg-1'; Status = 'Failed' } | Repair-CisSecurityGroup @Live @Journals -Force -ReplacementCidr $args[0]",
            cidr);

        var error = run.Failure ?? Assert.Single(run.Errors);
        Assert.StartsWith(ErrorId.RepairOptionInvalid, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, session.Sandbox.Requests.Total);
    }

    private static IEnumerable<string> GroupIds(RepairSession session, params string[] names) =>
        names.Select(name => GroupOf(session, "eu-west-1", name).GroupId).Order(StringComparer.Ordinal);

    private static string GroupId(CisFinding finding) => finding.ResourceId[(finding.ResourceId.LastIndexOf('/') + 1)..];

    private static SecurityGroup GroupOf(RepairSession session, string region, string name)
    {
        SecurityGroup? found = null;
        session.Sandbox.Account.Change(account => found = account.Regions[region].Ec2.Vpcs.SelectMany(vpc => vpc.SecurityGroups).Single(group => group.GroupName == name));
        return found!;
    }
}
