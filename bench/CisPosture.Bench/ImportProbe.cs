using System.CommandLine;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json;
using Command = System.CommandLine.Command;

namespace CisPosture.Bench;

/// <summary>Imports one module once in this process and prints what that took. Only the first import of a process tells.</summary>
internal static class ImportProbe
{
    private const string Name = "import-once";

    public static Command Command()
    {
        var manifest = new Argument<string>("manifest");
        var command = new Command(Name, "Imports a module in this process.") { manifest };
        command.Hidden = true;
        command.SetAction(result => Console.Out.WriteLine(JsonSerializer.Serialize(Import(result.GetValue(manifest)!))));
        return command;
    }

    /// <summary>Lets a new process do it.</summary>
    public static Task<ImportCost> RunAsync(string manifest, CancellationToken cancellationToken) => OwnProcess.RunAsync<ImportCost>(cancellationToken, Name, manifest);

    private static ImportCost Import(string manifest)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", ActionPreference.Stop);
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        shell.Invoke();
        return new ImportCost(watch.Elapsed, Environment.CpuUsage.TotalTime - before);
    }
}
