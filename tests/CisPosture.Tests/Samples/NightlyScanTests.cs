using CisPosture.Sandbox;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Samples;

/// <summary>The scheduled job of samples/, night after night.</summary>
public sealed class NightlyScanTests(InstalledModule module) : IClassFixture<InstalledModule>
{
    private const string Script = "Invoke-NightlyScan.ps1";

    [Fact]
    public async Task Each_night_is_compared_with_the_night_before_and_what_is_new_is_handed_on()
    {
        Pwsh.SkipUnlessThere();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var job = new SampleRun(module, sandbox);
        var handOff = job.Write("hand-off.ps1", "param($Night) $Night.Text | Set-Content -Path (Join-Path $PSScriptRoot 'told.txt'); if (-not (Test-Path $Night.ReportPath)) { throw 'no report' }");

        var first = await NightAsync(job, "-HandOff", handOff);
        File.Delete(job.PathTo("told.txt"));
        var second = await NightAsync(job, "-HandOff", handOff);
        var toldOfNothing = !File.Exists(job.PathTo("told.txt"));
        Open(sandbox, port: 22);
        var third = await NightAsync(job, "-HandOff", handOff);

        Assert.Equal((1, 0, 1), (first.ExitCode, second.ExitCode, third.ExitCode));
        Assert.True(toldOfNothing, "A night without anything new was handed on.");
        Assert.Matches(@"^[1-9]\d new at High or above, 0 resolved, 0 not judged\.$", first.Lines[1]);
        Assert.Equal("0 new at High or above, 0 resolved, 0 not judged.", second.Lines[1]);
        Assert.Equal("1 new at High or above, 0 resolved, 0 not judged.", third.Lines[1]);
        var told = await TextAsync(job, "told.txt");
        Assert.StartsWith("NewFindings: 43 controls:", told, StringComparison.Ordinal);
        Assert.Contains($"NEW High 4.1 {sandbox.Account.AccountId} us-east-1 arn:aws:ec2:us-east-1:{sandbox.Account.AccountId}:security-group/", told, StringComparison.Ordinal);
        Assert.Single(job.Files("cis-*.html"));
        Assert.Equal(["code 1.", "code 0.", "code 1."], (await TextAsync(job, "nightly.log")).ReplaceLineEndings("\n").Split('\n').Where(line => line.Contains(" Ends with exit ", StringComparison.Ordinal)).Select(line => line[^7..]));
        Assert.Equal(0, sandbox.Requests.Writes);
    }

    [Fact]
    public async Task What_cannot_be_judged_and_what_cannot_be_handed_on_have_exit_codes_of_their_own()
    {
        Pwsh.SkipUnlessThere();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary", Deny = ["iam:GetAccountPasswordPolicy"] }, TestContext.Current.CancellationToken);
        using var job = new SampleRun(module, sandbox);
        var handOff = job.Write("hand-off.ps1", "param($Night) throw 'the mail server is away'");

        var judged = await NightAsync(job);
        var toldNobody = await NightAsync(job, "-HandOff", handOff);

        Assert.Equal((2, 3), (judged.ExitCode, toldNobody.ExitCode));
        Assert.Equal("0 new at High or above, 0 resolved, 7 not judged.", judged.Lines[1]);
        var log = await TextAsync(job, "nightly.log");
        Assert.Contains("iam:GetAccountPasswordPolicy", log, StringComparison.Ordinal);
        Assert.Contains("Nobody was told: the mail server is away", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_the_job_ends_with_code_2_and_keeps_nothing()
    {
        Pwsh.SkipUnlessThere();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var job = new SampleRun(module, sandbox);
        job.CredentialsFile = job.Write("credentials", string.Empty);

        var night = await NightAsync(job, "-ProfileName", "audit");

        Assert.Equal(2, night.ExitCode);
        Assert.Contains("ERROR   ProfileNotFound", await TextAsync(job, "nightly.log"), StringComparison.Ordinal);
        Assert.Empty(job.Files("*.html"));
        Assert.Equal(0, sandbox.Requests.Total);
    }

    private static Task<PwshRun> NightAsync(SampleRun job, params string[] arguments) =>
        job.OfAsync(Script, ["-Folder", Path.GetDirectoryName(job.PathTo("nightly.log"))!, "-Region", "us-east-1,eu-west-1", .. arguments]);

    private static Task<string> TextAsync(SampleRun job, string file) => File.ReadAllTextAsync(job.PathTo(file), TestContext.Current.CancellationToken);

    // A group that has let nobody of the world in so far.
    private static void Open(SandboxServer sandbox, int port) => sandbox.Account.Change(account => account.Regions["us-east-1"].Ec2.Vpcs
        .SelectMany(vpc => vpc.SecurityGroups)
        .First(group => !group.Ingress.Any(rule => rule.Peer is "0.0.0.0/0" or "::/0"))
        .Ingress.Add(new SecurityGroupRule { Protocol = "tcp", FromPort = port, ToPort = port, Peer = "0.0.0.0/0" }));
}
