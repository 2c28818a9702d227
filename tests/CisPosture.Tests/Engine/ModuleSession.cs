using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace CisPosture.Tests.Engine;

/// <summary>A PowerShell session of the real engine with the built module imported, as a user has it.</summary>
internal sealed class ModuleSession : IDisposable
{
    private ModuleSession(Runspace runspace) => Runspace = runspace;

    public Runspace Runspace { get; }

    /// <summary>A session with the built module imported.</summary>
    /// <param name="host">The host; null for one without a screen.</param>
    /// <param name="formats">A file of views besides those of the module.</param>
    public static ModuleSession Open(PSHost? host = null, string? formats = null)
    {
        var state = InitialSessionState.CreateDefault2();
        if (formats is not null)
        {
            state.Formats.Add(new SessionStateFormatEntry(formats));
        }

        state.ThreadOptions = PSThreadOptions.UseNewThread;
        var runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        KeepRoot(runspace);
        var session = new ModuleSession(runspace);
        var import = session.Run("Import-Module -Name $args[0] -ErrorAction Stop", BuiltModule.Manifest);
        Assert.True(import.Failure is null, $"The module does not import; build the solution first. {import.Failure}");
        return session;
    }

    // The engine makes its drives from the machine's mounts and passes over what it cannot read at that moment. On a busy machine that has been
    // the root itself, without which no path means anything.
    private static void KeepRoot(Runspace runspace)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript("if (-not (Get-PSDrive -Name / -ErrorAction Ignore) -and [IO.Path]::DirectorySeparatorChar -eq '/') { $null = New-PSDrive -Name / -PSProvider FileSystem -Root / -Scope Global }").Invoke();
    }

    /// <summary>Runs a script to its end and keeps everything that it wrote.</summary>
    public ModuleRun Run(string script, params object[] arguments)
    {
        using var shell = Shell(script, arguments);
        try
        {
            var output = shell.Invoke();
            return ModuleRun.Of(shell, output, failure: null);
        }
        catch (RuntimeException failure)
        {
            return ModuleRun.Of(shell, [], failure.ErrorRecord);
        }
    }

    /// <summary>A shell with the script, for tests that stop it or follow it while it runs.</summary>
    public PowerShell Shell(string script, params object[] arguments)
    {
        var shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        foreach (var argument in arguments)
        {
            shell.AddArgument(argument);
        }

        return shell;
    }

    public void Dispose() => Runspace.Dispose();
}
