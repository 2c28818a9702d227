using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Samples;

/// <summary>The remediation of samples/: planned, approved, carried out, taken back.</summary>
public sealed class RemediationTests(InstalledModule module) : IClassFixture<InstalledModule>
{
    private const string Script = "Invoke-Remediation.ps1";

    // As a spreadsheet in a country with decimal commas saves it.
    private const string Approve = "Import-Csv {0} | ForEach-Object { if ($_.Plan -and $_.Control -match '{1}') { $_.Approve = 'yes'; $_.ApprovedBy = 'ann' }; $_ } | Export-Csv {2} -Delimiter ';' -NoTypeInformation";

    [Fact]
    public async Task What_is_approved_and_still_the_same_is_mended_and_can_be_taken_back()
    {
        Pwsh.SkipUnlessThere();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var job = new SampleRun(module, sandbox);

        var plan = await job.OfAsync(Script, "-PlanPath", job.PathTo("plan.csv"), "-ControlId", "1.5,1.6,1.12,2.8");
        var writesOfPlan = sandbox.Requests.Writes;
        var again = await job.OfAsync(Script, "-PlanPath", job.PathTo("plan.csv"), "-ControlId", "1.5");
        await ApproveAsync(job, "1\\.[56]|2\\.8");
        sandbox.Account.Change(account => account.Regions["eu-west-1"].KmsKeys.ForEach(key => key.IsRotationEnabled = true));
        var mended = await job.OfAsync(Script, "-ApprovalPath", job.PathTo("approved.csv"), "-JournalPath", job.PathTo("journal"));
        var writesOfRepair = sandbox.Requests.Writes;
        var second = await job.OfAsync(Script, "-ApprovalPath", job.PathTo("approved.csv"), "-JournalPath", job.PathTo("journal"));

        Assert.Equal((0, 2, 0, 0), (plan.ExitCode, again.ExitCode, mended.ExitCode, second.ExitCode));
        Assert.Contains("5 of 6 failed findings can be mended.", plan.Output, StringComparison.Ordinal);
        Assert.Contains("may hold approvals", again.Errors, StringComparison.Ordinal);
        Assert.Equal(0, writesOfPlan);
        Assert.Contains("4 Changed", mended.Lines);
        Assert.Contains("1 NotFailed", mended.Lines);
        Assert.Equal(["5 NotFailed"], second.Lines.Where(line => line.Length > 0 && char.IsDigit(line[0])));
        Assert.Equal(writesOfRepair, sandbox.Requests.Writes);
        Assert.Equal(2, job.Files("approved.*.result.csv").Count);

        var undo = Assert.Single(mended.Lines, line => line.StartsWith("Take it back: ", StringComparison.Ordinal))["Take it back: ".Length..];
        var undone = await job.TypeAsync($"({undo} -Force).Status");
        Assert.Equal(["Undone"], undone.Lines);
    }

    [Fact]
    public async Task What_was_approved_of_another_plan_is_left_alone()
    {
        Pwsh.SkipUnlessThere();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var job = new SampleRun(module, sandbox);

        var plan = await job.OfAsync(Script, "-PlanPath", job.PathTo("plan.csv"), "-ControlId", "1.5,1.6,1.16");
        await ApproveAsync(job, "1\\.5|1\\.16");
        var part = await job.OfAsync(Script, "-ApprovalPath", job.PathTo("approved.csv"));
        await ApproveAsync(job, "1\\.16");
        sandbox.Account.Change(account => account.Iam.Users.Single(user => user.Name == "alice").AttachedPolicies.Add("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        var changed = await job.OfAsync(Script, "-ApprovalPath", job.PathTo("approved.csv"), "-JournalPath", job.PathTo("journal"));

        Assert.Equal((0, 2, 1), (plan.ExitCode, part.ExitCode, changed.ExitCode));
        Assert.Contains("Approve all of them, or none.", part.Errors, StringComparison.Ordinal);
        Assert.Contains("1 PlanChanged", changed.Lines);
        Assert.Contains("2 Changed", changed.Lines);
        sandbox.Account.Change(account => Assert.Equal(2, account.Iam.Users.Single(user => user.Name == "alice").AttachedPolicies.Count));
    }

    private static async Task ApproveAsync(SampleRun job, string controls)
    {
        var line = Approve.Replace("{0}", Quoted("plan.csv"), StringComparison.Ordinal).Replace("{1}", controls, StringComparison.Ordinal).Replace("{2}", Quoted("approved.csv"), StringComparison.Ordinal);
        var approved = await job.TypeAsync(line);
        Assert.True(approved.ExitCode == 0, approved.Errors);

        string Quoted(string name) => $"'{job.PathTo(name).Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
