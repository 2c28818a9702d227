using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json;

namespace CisPosture.SessionHost;

/// <summary>A session of the bare engine, in which nothing is imported yet.</summary>
internal sealed class Session : IDisposable
{
    private const string FindingType = "CisPosture.CisFinding";

    private readonly Runspace _runspace;

    public Session()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    public async Task<Answer> RunAsync(string line)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(line, useLocalScope: false);
        var failures = new List<ErrorRecord>();
        var output = new PSDataCollection<PSObject>();
        try
        {
            await shell.InvokeAsync<PSObject, PSObject>(input: null, output);
        }
        catch (RuntimeException failure)
        {
            failures.Add(failure.ErrorRecord);
        }

        return new Answer(
            [.. output.Where(IsFinding).Select(item => Text(item.BaseObject))],
            [.. output.Where(item => !IsFinding(item)).Select(item => item?.ToString() ?? string.Empty)],
            [.. shell.Streams.Error.Concat(failures).Select(error => $"{error.FullyQualifiedErrorId}: {error}")],
            [.. shell.Streams.Verbose.Select(record => record.Message)],
            LoadedAssembly.All());
    }

    public void Dispose() => _runspace.Dispose();

    private static bool IsFinding(PSObject? item) => item?.BaseObject.GetType().FullName == FindingType;

    private static string Text(object finding)
    {
        var json = JsonSerializer.SerializeToNode(finding, finding.GetType())!.AsObject();
        json.Remove("ObservedAt");

        // As the test's own reading leaves it out: the credential report ages while tests run.
        json["Evidence"]!.AsObject().Remove("ReportAgeHours");
        return json.ToJsonString();
    }
}
