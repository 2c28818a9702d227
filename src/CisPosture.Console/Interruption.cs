using System.Management.Automation;

namespace CisPosture.Console;

/// <summary>Lets Ctrl+C stop a pipeline, which then cleans up, instead of the whole program.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly PowerShell _shell;

    public Interruption(PowerShell shell)
    {
        _shell = shell;
        System.Console.CancelKeyPress += Stop;
    }

    public bool IsRequested { get; private set; }

    public void Dispose() => System.Console.CancelKeyPress -= Stop;

    private void Stop(object? sender, ConsoleCancelEventArgs args)
    {
        args.Cancel = true;
        IsRequested = true;
        _shell.BeginStop(callback: null, state: null);
    }
}
