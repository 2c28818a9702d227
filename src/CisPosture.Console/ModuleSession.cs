using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CisPosture.Console;

/// <summary>A PowerShell session with the module loaded, whose output goes to this program's console.</summary>
internal sealed class ModuleSession : IDisposable
{
    // By itself the engine goes on with the next statement after a cmdlet's terminating error; inside of try it does not.
    // A preference of the user's to keep silent must not hide from the caller that the run ended early.
    private const string StopAtTerminatingErrors = "try { . $args[0] } catch { $ErrorActionPreference = 'Stop'; throw }";

    private static readonly string Manifest = Path.Combine(AppContext.BaseDirectory, "module", "CisPosture", "CisPosture.psd1");

    private readonly ConsoleHost _host = new();
    private readonly Runspace _runspace;

    public ModuleSession()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        state.Variables.Add(new SessionStateVariableEntry("ErrorView", "ConciseView", description: null));
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
    }

    /// <summary>Sets a variable that commands of the session see.</summary>
    public void SetVariable(string name, object value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Runs PowerShell text and answers with the exit code that it leads to.</summary>
    public async Task<int> RunAsync(string text)
    {
        using var shell = PowerShell.Create(_runspace);
        using var interruption = new Interruption(shell);
        try
        {
            await ImportAsync(shell);
            shell.Commands.Clear();
            shell.AddScript(StopAtTerminatingErrors, useLocalScope: false).AddArgument(ScriptBlock.Create(text)).AddCommand("Out-Default");
            shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            await shell.InvokeAsync();
            return _host.RequestedExitCode ?? ExitCode.Success;
        }
        catch (PipelineStoppedException) when (interruption.IsRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (RuntimeException failure)
        {
            await ShowAsync(failure.ErrorRecord);
            return ExitCode.TerminatingError;
        }
    }

    public void Dispose() => _runspace.Dispose();

    private static async Task ImportAsync(PowerShell shell)
    {
        shell.AddCommand("Import-Module").AddParameter("Name", Manifest).AddParameter("ErrorAction", ActionPreference.Stop);
        await shell.InvokeAsync();
    }

    // Written to an error stream again, the record would forget which command failed; so the screen changes sides instead.
    private async Task ShowAsync(ErrorRecord error)
    {
        _host.WritesToStandardError = true;
        using var shell = PowerShell.Create(_runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", error);
        await shell.InvokeAsync();
        _host.WritesToStandardError = false;
    }
}
