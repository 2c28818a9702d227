using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CisPosture.Help.Cmdlets;

/// <summary>Asks PowerShell's engine for the cmdlets of the built module.</summary>
internal static class ModuleCmdlets
{
    /// <summary>Describes every cmdlet that a module exports.</summary>
    /// <param name="manifest">The module's manifest.</param>
    /// <exception cref="RuntimeException">The module does not import; most likely it was not built.</exception>
    public static IReadOnlyList<CmdletDescription> Of(string manifest)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript("(Import-Module -Name $args[0] -PassThru -ErrorAction Stop).ExportedCmdlets.Values").AddArgument(manifest);
        return [.. shell.Invoke<CmdletInfo>().OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal).Select(CmdletReader.Read)];
    }
}
