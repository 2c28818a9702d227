using System.Diagnostics;
using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

/// <summary>
/// A console of its own that is ended, as by a power cut, at its n-th write: before the write takes effect, or after it and before the answer.
/// </summary>
internal sealed class KillSwitch
{
    private Process? _console;
    private int _writesBefore;
    private int _number;
    private bool _takesEffect;
    private int _writes;

    /// <summary>For the sandbox to tell of its writes.</summary>
    public async Task OnWriteAsync(SandboxWrite write)
    {
        _writes = write.Number;
        if (write.Number != _writesBefore + _number || write.HasTakenEffect != _takesEffect || Interlocked.Exchange(ref _console, null) is not { } console)
        {
            return;
        }

        console.Kill();
        await console.WaitForExitAsync();
        throw new OperationCanceledException("Whoever sent it is gone.");
    }

    /// <summary>Runs a script in the console.</summary>
    /// <returns>False where it came to its end before its n-th write.</returns>
    public async Task<bool> KillsAsync(string script, int number, bool takesEffect)
    {
        (_writesBefore, _number, _takesEffect) = (_writes, number, takesEffect);
        using var console = Process.Start(ConsoleRun.StartOf("-Command", script))!;
        _console = console;
        console.StandardInput.Close();
        var output = console.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = console.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await console.WaitForExitAsync(TestContext.Current.CancellationToken);
        var isKilled = Interlocked.Exchange(ref _console, null) is null;
        Assert.True(isKilled || console.ExitCode == 0, $"The console failed: {await output} {await errors}");
        return isKilled;
    }
}
