using System.Management.Automation;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Commands;

/// <summary>A script that runs while the test goes on.</summary>
internal sealed class LiveRun : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _firstOutput = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveRun(PowerShell shell)
    {
        Shell = shell;
        Output.DataAdded += (_, _) => _firstOutput.TrySetResult();
        Completion = shell.InvokeAsync<PSObject, PSObject>(input: null, Output);
    }

    public PowerShell Shell { get; }

    /// <summary>What was written so far, also by a script that fails in the end.</summary>
    public PSDataCollection<PSObject> Output { get; } = [];

    /// <summary>Ends with the script.</summary>
    public Task Completion { get; }

    /// <summary>Ends with the first object that the script writes.</summary>
    public Task FirstOutput => _firstOutput.Task;

    // To enumerate the output would wait for the end of the script; to index it does not.
    public IReadOnlyList<CisFinding> Findings => [.. Enumerable.Range(0, Output.Count).Select(index => Output[index].BaseObject).OfType<CisFinding>()];

    public static LiveRun Start(ModuleSession session, string script, params object[] arguments) => new(session.Shell(script, arguments));

    /// <summary>Waits for the script to end with an error.</summary>
    public async Task<ErrorRecord> FailureAsync() =>
        (await Assert.ThrowsAnyAsync<RuntimeException>(() => Completion.WaitAsync(Patience, TestContext.Current.CancellationToken))).ErrorRecord;

    public void Dispose()
    {
        Shell.Dispose();
        Output.Dispose();
    }
}
