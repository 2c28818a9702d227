using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>A real background job, which the bare engine does not have.</summary>
public sealed class JobTests
{
    [Fact]
    public async Task Findings_of_a_job_are_those_of_the_session_and_can_be_measured()
    {
        Pwsh.SkipUnlessThere();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        var import = ForeignModules.ImportModule;
        var scan = $"Test-CisControl -EndpointUrl {sandbox.Endpoint} -AccessKey test -SecretKey test -Region us-east-1";

        var lines = await PwshRun.LinesOfAsync($$"""
            $job = Start-Job { {{import}}; {{scan}} } | Receive-Job -Wait -AutoRemoveJob
            $live = {{scan}}
            "$($job.Count -gt 0) $((Compare-Object $live.FindingId $job.FindingId -SyncWindow 0).Count)"
            (Measure-CisFinding -InputObject $job).Text -ceq (Measure-CisFinding -InputObject $live).Text
            """);

        Assert.Equal(["True 0", "True"], lines);
    }
}
