using System.Text.RegularExpressions;
using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Samples;

/// <summary>The sweep of samples/ over many accounts.</summary>
public sealed class AccountSweepTests(InstalledModule module) : IClassFixture<InstalledModule>
{
    private const string Script = "Invoke-AccountSweep.ps1";

    [Fact]
    public async Task Profiles_are_swept_one_by_one_and_one_that_does_not_work_is_a_row_with_its_problem()
    {
        Pwsh.SkipUnlessThere();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary", Members = 2 }, TestContext.Current.CancellationToken);
        using var job = new SampleRun(module, sandbox);
        job.CredentialsFile = job.Write("credentials", """
            [own]
            aws_access_key_id = test
            aws_secret_access_key = test
            [one]
            role_arn = arn:aws:iam::222200000001:role/Audit
            source_profile = own
            external_id = sandbox-audit
            [again]
            role_arn = arn:aws:iam::222200000001:role/OrganizationAccountAccessRole
            source_profile = own
            """);

        var good = await SweepAsync(job, "-ProfileName", "own,one,again");
        var blank = await SweepAsync(job, "-ProfileName", "own,nobody");
        var none = await SweepAsync(job, "-ProfileName", "nobody");

        Assert.Equal((0, 2, 3), (good.ExitCode, blank.ExitCode, none.ExitCode));
        Assert.Contains("Profiles one and again lead to the same account, 222200000001", good.Output, StringComparison.Ordinal);
        Assert.Equal(2, good.Lines.Count(line => line.StartsWith("AccountId :", StringComparison.Ordinal)));
        Assert.Contains("The profile 'nobody', which -ProfileName names, is not in", blank.Output, StringComparison.Ordinal);
        // What the sweep before wrote stays where there is nothing to write.
        Assert.Equal([sandbox.Account.AccountId], Accounts(job));
    }

    [Fact]
    public async Task An_organization_is_swept_by_a_role_into_one_page_and_one_table()
    {
        Pwsh.SkipUnlessThere();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Members = 2 }, TestContext.Current.CancellationToken);
        using var job = new SampleRun(module, sandbox);
        string[] entry = ["-Organization", "-RoleName", "Audit", "-ExternalId", "sandbox-audit"];

        var first = await SweepAsync(job, entry);
        var second = await SweepAsync(job, entry);

        Assert.Equal((1, 1), (first.ExitCode, second.ExitCode));
        Assert.Equal(first.Output, second.Output);
        Assert.Equal([sandbox.Account.AccountId, "222200000001", "222200000002"], Accounts(job));
        Assert.Equal(["sweep.csv", "sweep.html"], job.Files("sweep.*").Select(Path.GetFileName));
    }

    private static Task<PwshRun> SweepAsync(SampleRun job, params string[] arguments) =>
        job.OfAsync(Script, [.. arguments, "-Region", "us-east-1", "-Folder", Path.GetDirectoryName(job.PathTo("sweep.csv"))!]);

    // No other column holds twelve digits alone.
    private static IReadOnlyList<string> Accounts(SampleRun job) =>
        [.. Regex.Matches(File.ReadAllText(job.PathTo("sweep.csv")), "\"(?<id>[0-9]{12})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["id"].Value).Distinct().Order(StringComparer.Ordinal)];
}
