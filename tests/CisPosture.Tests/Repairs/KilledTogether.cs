using System.Diagnostics;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

/// <summary>
/// Repairs of many accounts in one console, each of which waits at its n-th write, before or after that takes effect. Once all of them wait,
/// the console is ended as by a power cut: each repair dies at a write of its own, and the engine is started once.
/// </summary>
internal sealed class KilledTogether
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<DoomedRepair> _doomed = [];

    /// <summary>A repair that is to die at a write.</summary>
    /// <param name="number">The write's number.</param>
    /// <param name="takesEffect">Whether it dies waiting for the answer, or before the write takes effect.</param>
    public DoomedRepair At(int number, bool takesEffect = true)
    {
        var doomed = new DoomedRepair(number, takesEffect, _killed.Task);
        _doomed.Add(doomed);
        return doomed;
    }

    /// <summary>Runs a script for each account until every one waits at its write, and ends the console.</summary>
    /// <param name="scripts">What is run for each account, in a runspace of its own.</param>
    public async Task RunAsync(IReadOnlyList<string> scripts)
    {
        Assert.Equal(_doomed.Count, scripts.Count);
        var texts = string.Join(", ", scripts.Select(script => $"'{script.Replace("'", "''", StringComparison.Ordinal)}'"));
        using var console = Process.Start(ConsoleRun.StartOf(
            "-Command", $"@({texts}) | ForEach-Object -ThrottleLimit {scripts.Count} -Parallel {{ Import-Module '{BuiltModule.Manifest}'; & ([scriptblock]::Create($_)) }}"))!;
        console.StandardInput.Close();
        var output = console.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = console.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            var all = Task.WhenAll(_doomed.Select(doomed => doomed.IsThere));
            var first = await Task.WhenAny(all, console.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(Patience, TestContext.Current.CancellationToken));
            var missing = _doomed.Count(doomed => !doomed.IsThere.IsCompleted);
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
