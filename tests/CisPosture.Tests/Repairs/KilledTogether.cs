using System.Diagnostics;
using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

/// <summary>
/// Repairs of many accounts in one console, each of which waits for the answer to its n-th write, which has taken effect. Once all of them wait,
/// the console is ended as by a power cut: each repair dies at a write of its own, and the engine is started once.
/// </summary>
internal sealed class KilledTogether
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<TaskCompletionSource> _waiting = [];

    /// <summary>For the sandbox of a repair, to tell of its writes.</summary>
    /// <param name="number">The write that the repair dies at.</param>
    public Func<SandboxWrite, Task> At(int number)
    {
        var isThere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add(isThere);
        return async write =>
        {
            if (write.Number != number || !write.HasTakenEffect || _killed.Task.IsCompleted) return;
            isThere.TrySetResult();
            await _killed.Task;
            throw new OperationCanceledException("Whoever sent it is gone.");
        };
    }

    /// <summary>Runs a script for each account until every one waits at its write, and ends the console.</summary>
    /// <param name="scripts">What is run for each account, in a runspace of its own.</param>
    public async Task RunAsync(IReadOnlyList<string> scripts)
    {
        Assert.Equal(_waiting.Count, scripts.Count);
        var texts = string.Join(", ", scripts.Select(script => $"'{script.Replace("'", "''", StringComparison.Ordinal)}'"));
        using var console = Process.Start(ConsoleRun.StartOf(
            "-Command", $"@({texts}) | ForEach-Object -ThrottleLimit {scripts.Count} -Parallel {{ Import-Module '{BuiltModule.Manifest}'; & ([scriptblock]::Create($_)) }}"))!;
        console.StandardInput.Close();
        var output = console.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = console.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            var all = Task.WhenAll(_waiting.Select(waiting => waiting.Task));
            var first = await Task.WhenAny(all, console.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(Patience, TestContext.Current.CancellationToken));
            var missing = _waiting.Count(waiting => !waiting.Task.IsCompleted);
            if (first != all && console.HasExited) Assert.Fail($"The console ended while {missing} of {scripts.Count} repairs had not come to their write: {await output} {await errors}");
            Assert.True(first == all, $"{missing} of {scripts.Count} repairs did not come to their write within {Patience.TotalMinutes:0} minutes.");
        }
        finally
        {
            console.Kill();
            await console.WaitForExitAsync(CancellationToken.None);
            _killed.TrySetResult();
        }
    }
}
