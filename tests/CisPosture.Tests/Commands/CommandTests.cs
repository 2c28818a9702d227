using System.Management.Automation;
using CisPosture.Isolation;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Commands;

/// <summary>A session whose commands read an account in memory.</summary>
public abstract class CommandTests : IDisposable
{
    private protected CommandTests()
    {
        Session = ModuleSession.Open();
        Gateway = new FakeGateway(SampleAccount.Evidence);
        AccountGateways.Substitute(Session.Runspace, Gateway);
    }

    private protected ModuleSession Session { get; }

    private protected FakeGateway Gateway { get; }

    private protected static TimeSpan Patience => LiveRun.Patience;

    private protected static CancellationToken TestEnd => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Session.Dispose();
        }
    }

    /// <summary>The id that the module gave an error, without the command's name that PowerShell adds.</summary>
    private protected static string IdOf(ErrorRecord? error)
    {
        Assert.True(error is not null, "The command should have failed.");
        return error.FullyQualifiedErrorId.Split(',')[0];
    }

    /// <summary>Runs a script that must end with one error and no output.</summary>
    private protected async Task<ErrorRecord> FailAsync(string script, params object[] arguments)
    {
        using var run = LiveRun.Start(Session, Whole(script), arguments);
        var error = await run.FailureAsync();
        Assert.Empty(run.Output);
        Assert.Empty(run.Shell.Streams.Error);
        return error;
    }

    /// <summary>Runs a script that must not fail.</summary>
    private protected ModuleRun Succeed(string script, params object[] arguments)
    {
        var run = Session.Run(Whole(script), arguments);
        Assert.True(run.Failure is null, $"The command failed: {run.Failure} {run.Failure?.Exception}");
        return run;
    }

    // Outside a try block, a script goes on after an error that ends a command.
    private static string Whole(string script) => $"try {{ {script} }} catch {{ throw }}";
}
