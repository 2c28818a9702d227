using CisPosture.Sandbox;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.EndToEnd;

/// <summary>Nights of an account that is repaired and goes wrong again, as a scheduled job and whoever reads it in the morning see them.</summary>
public sealed class FindingStoreScanTests : IDisposable
{
    private const string Scan = "Test-CisControl @Live | Save-CisFinding $Store";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Three_nights_tell_exactly_what_is_new_resolved_and_reopened()
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = "neglected" });
        Succeed(session, "$global:Live = @{ EndpointUrl = $Endpoint; AccessKey = 'test'; SecretKey = 'test' }; $global:Store = $args[0]", Path.Combine(_folder.FullName, "findings.db"));

        var first = ScanOf(Succeed(session, Scan));
        Assert.Equal(first.FindingCount - first.PassedCount, first.NewCount);
        Assert.Equal(first.NewCount, Succeed(session, "Get-CisFinding $Store -New").Findings.Count);

        // The password policy is repaired, and somebody opens a port.
        Succeed(session, "Get-CisFinding $Store -Status Failed -Id 1.5, 1.6, 1.7, 1.8, 1.9, '1.10', 1.11 | Repair-CisPasswordPolicy @Live -JournalPath $args[0] -Force", Path.Combine(_folder.FullName, "journal"));
        session.Sandbox.Account.Change(account => account.Regions["eu-west-1"].Ec2.Vpcs[0].SecurityGroups.Add(Open(account.Regions["eu-west-1"].Ec2.Vpcs[0])));
        Succeed(session, Scan);
        Assert.Equal(["4.1 sg-0open"], Names(session, "-New"));
        Assert.Equal(
            ["1.5 account", "1.6 account", "1.7 account", "1.8 account", "1.9 account", "1.10 account", "1.11 account"], Names(session, "-Resolved"));
        Assert.Empty(Names(session, "-Reopened"));

        // The port is closed, and the policy weakened.
        session.Sandbox.Account.Change(account =>
        {
            account.Regions["eu-west-1"].Ec2.Vpcs[0].SecurityGroups.RemoveAll(group => group.GroupId == "sg-0open");
            account.Iam.PasswordPolicy = new PasswordPolicy
            {
                MinimumPasswordLength = 8,
                RequireUppercaseCharacters = true,
                RequireLowercaseCharacters = true,
                RequireSymbols = true,
                RequireNumbers = true,
                MaxPasswordAge = 90,
                PasswordReusePrevention = 24,
            };
        });
        Succeed(session, Scan);
        Assert.Empty(Names(session, "-New"));
        Assert.Equal(["4.1 sg-0open"], Names(session, "-Resolved"));
        Assert.Equal(["1.9 account"], Names(session, "-Reopened"));

        // What was kept can be mended.
        var repair = Succeed(session, "Get-CisFinding $Store -Reopened | Repair-CisPasswordPolicy @Live -JournalPath $args[0] -Force", Path.Combine(_folder.FullName, "journal"));
        Assert.Equal(("1.9", "Passed"), (Assert.Single(repair.Findings).ControlId, repair.Findings[0].Status));
        Assert.Equal(["1 New", "2 New", "2 Resolved", "3 Reopened", "3 Resolved"], Succeed(session, "Get-CisScan $Store").Output.Select(scan => (CisScan)scan.BaseObject).Reverse().SelectMany(Changes));
    }

    private static SecurityGroup Open(Vpc vpc) => new()
    {
        GroupName = "open",
        GroupId = "sg-0open",
        VpcId = vpc.VpcId,
        OwnerId = vpc.OwnerId,
        Ingress = [new SecurityGroupRule { Protocol = "tcp", FromPort = 22, ToPort = 22, Peer = "0.0.0.0/0", RuleId = "sgr-0open" }],
    };

    private static IEnumerable<string> Changes(CisScan scan) =>
        new[] { (scan.NewCount, "New"), (scan.ReopenedCount, "Reopened"), (scan.ResolvedCount, "Resolved") }.Where(change => change.Item1 > 0).Select(change => $"{scan.ScanId} {change.Item2}");

    private static CisScan ScanOf(ModuleRun run) => Assert.IsType<CisScan>(Assert.Single(run.Output).BaseObject);

    private static IEnumerable<string> Names(SandboxSession session, string change) =>
        Succeed(session, $"Get-CisFinding $Store {change}").Findings.Select(finding => $"{finding.ControlId} {(finding.ResourceType == "AwsAccount" ? "account" : finding.ResourceId.Split('/')[^1])}");

    private static ModuleRun Succeed(SandboxSession session, string script, params object[] arguments)
    {
        var run = session.Run(script, arguments);
        Assert.True(run.Failure is null && run.Errors.Count == 0, $"'{script}' failed: {run.Failure} {string.Join(" | ", run.Errors)}");
        return run;
    }
}
