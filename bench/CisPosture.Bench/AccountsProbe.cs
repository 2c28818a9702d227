using System.CommandLine;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json;
using Command = System.CommandLine.Command;

namespace CisPosture.Bench;

/// <summary>Scans an organization once in this process, keeping none of the findings, and prints what that took. A process's peak tells only of its first scan.</summary>
internal static class AccountsProbe
{
    private const string Name = "accounts-once";

    private const string Scan = """
        param($Endpoint, $Limit)
        $count = 0; $inOrder = $true; $last = ''; $accounts = @{}
        Test-CisControl -EndpointUrl $Endpoint -AccessKey test -SecretKey test -Region us-east-1, eu-west-1, ap-southeast-2 -Organization -RoleName Audit -ExternalId sandbox-audit -ThrottleLimit $Limit -ErrorAction Stop |
            ForEach-Object {
                $count++
                $accounts[$_.AccountId] = $true
                $chapter, $number = $_.ControlId -split '\.'
                $place = '{0:d3}.{1:d3} {2} {3} {4}' -f [int]$chapter, [int]$number, $_.AccountId, $_.Region, $_.ResourceId
                if ([string]::CompareOrdinal($last, $place) -gt 0) { $inOrder = $false }
                $last = $place
            }
        $accounts.Count; $count; $inOrder
        """;

    public static Command Command()
    {
        var endpoint = new Argument<string>("endpoint");
        var limit = new Argument<int>("limit");
        var command = new Command(Name, "Scans an organization in this process.") { endpoint, limit };
        command.Hidden = true;
        command.SetAction(result => Console.Out.WriteLine(JsonSerializer.Serialize(Run(result.GetValue(endpoint)!, result.GetValue(limit)))));
        return command;
    }

    /// <summary>Lets a new process do it.</summary>
    public static Task<AccountsCost> RunAsync(Uri endpoint, int limit, CancellationToken cancellationToken) =>
        OwnProcess.RunAsync<AccountsCost>(cancellationToken, Name, endpoint.ToString(), Report.Number(limit));

    private static AccountsCost Run(string endpoint, int limit)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Invoke(runspace, "Import-Module -Name $args[0] -ErrorAction Stop", Modules.CisPosture);
        var watch = Stopwatch.StartNew();
        var told = Invoke(runspace, Scan, endpoint, limit);
        using var process = Process.GetCurrentProcess();
        return new AccountsCost(watch.Elapsed, process.PeakWorkingSet64, (int)told[0].BaseObject, (int)told[1].BaseObject, (bool)told[2].BaseObject);
    }

    private static IList<PSObject> Invoke(Runspace runspace, string script, params object[] arguments)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        foreach (var argument in arguments)
        {
            shell.AddArgument(argument);
        }

        var output = shell.Invoke();
        return !shell.HadErrors ? output : throw new InvalidOperationException($"{shell.Streams.Error.FirstOrDefault()}");
    }
}
