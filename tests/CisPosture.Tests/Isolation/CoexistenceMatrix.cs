using System.Text.Json;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>Every session of the matrix and what a user does in it.</summary>
internal static class CoexistenceMatrix
{
    public const string ToolsTable = "A session that holds AWS Tools";
    public const string RunspaceTable = "Several runspaces and processes";
    public const string LibraryTable = "Other releases of the libraries that the module stands on";

    private const string Scan = "Test-CisControl -EndpointUrl $Endpoint -Verbose";
    private const string GivenKeys = $"-AccessKey {SessionKeys.Given} -SecretKey {SessionKeys.Secret}";
    private const string ScanWithKeys = $"{Scan} {GivenKeys}";
    private const string NewShell = "[powershell]::Create([initialsessionstate]::CreateDefault2())";

    private static readonly Cell Offline = new()
    {
        Doing = "`Get-CisControl`, which needs no account",
        Line = "(Get-CisControl | Where-Object Id -eq 1.1).Id",
        Scans = 0,
        Output = ["1.1"],
        LoadsLibraries = false,
    };

    private static readonly Cell Keys = new() { Doing = "scan with `-AccessKey`", Line = ScanWithKeys, Says = [SessionKeys.Masked(SessionKeys.Given)] };

    private static readonly IReadOnlyList<Cell> Reimports =
    [
        Keys with { Doing = "`Import-Module -Force`, scan", Line = $"{ForeignModules.ImportModule} -Force; {ScanWithKeys}" },
        Keys with { Doing = "`Remove-Module`, `Import-Module`, scan", Line = $"Remove-Module CisPosture; {ForeignModules.ImportModule}; {ScanWithKeys}" },
    ];

    /// <summary>All sessions, in the order of the tables.</summary>
    public static IReadOnlyList<CoexistenceSession> Sessions(string endpoint, string temporary)
    {
        string[] sdks = [BuiltModule.ForeignSdk3, BuiltModule.ForeignSdk4, BuiltModule.OwnSdk];
        var sessions = Bare().Concat(sdks.SelectMany(WithTools)).Concat(Runspaces()).Concat(Libraries(temporary));
        return [.. sessions.Select(session => session with { Preparation = [$"$Endpoint = '{endpoint}'", .. session.Preparation] })];
    }

    private static IEnumerable<CoexistenceSession> Bare() =>
    [
        new()
        {
            Table = ToolsTable,
            Holds = "nothing of AWS",
            Preparation = [ForeignModules.ImportModule],
            Cells = [Offline, Keys, .. Reimports],
        },
    ];

    private static IEnumerable<CoexistenceSession> WithTools(string sdk)
    {
        var tools = ForeignModules.ImportTools(sdk);
        var session = new CoexistenceSession { Table = ToolsTable, Holds = $"AWSSDK.Core {sdk}", Preparation = [], Strangers = ForeignModules.Tools(sdk), Cells = [] };
        Cell[] loaded = [Keys, .. HandedOver(), .. Reimports];
        return
        [
            session with { Holds = $"{session.Holds} before our import", Preparation = [tools, ForeignModules.ImportModule], Cells = [Offline, .. loaded] },
            session with { Holds = $"{session.Holds} between our import and first use", Preparation = [ForeignModules.ImportModule, tools], Cells = [Offline, .. loaded] },
            session with { Holds = $"{session.Holds} after our first use", Preparation = [ForeignModules.ImportModule, ScanWithKeys, tools], Cells = loaded },
        ];
    }

    private static IEnumerable<Cell> HandedOver()
    {
        const string forget = "$StoredAWSCredentials = $StoredAWSRegion = $null";
        return
        [
            new()
            {
                Doing = "scan with `-Credential`, a BasicAWSCredentials of that SDK",
                Line = $"{Scan} -Credential ({Make("Get", SessionKeys.Basic)})",
                Says = [SessionKeys.Masked(SessionKeys.Basic)],
            },
            new()
            {
                Doing = "scan with `-Credential`, a SessionAWSCredentials of that SDK",
                Line = $"{Scan} -Credential ({Make("Get", SessionKeys.Temporary)} -SessionToken {SessionKeys.Token})",
                Says = [SessionKeys.Masked(SessionKeys.Temporary)],
            },
            new()
            {
                Doing = "scan with `-Credential`, AWS Tools' wrapper",
                Line = $"{Make("Set", SessionKeys.Wrapped)}; $wrapper = $StoredAWSCredentials; {forget}; {Scan} -Credential $wrapper",
                Says = [SessionKeys.Masked(SessionKeys.Wrapped)],
            },
            new()
            {
                Doing = "scan with `$StoredAWSCredentials`, AWS Tools' wrapper",
                Line = $"{Make("Set", SessionKeys.Stored)}; {Scan}; {forget}",
                Says = [SessionKeys.Masked(SessionKeys.Stored)],
            },
            new()
            {
                Doing = "scan with `$StoredAWSCredentials`, an object of that SDK",
                Line = $"$StoredAWSCredentials = {Make("Get", SessionKeys.StoredObject)}; {Scan}; {forget}",
                Says = [SessionKeys.Masked(SessionKeys.StoredObject)],
            },
            new()
            {
                Doing = "scan with `$StoredAWSRegion`, the text that AWS Tools stores",
                Line = $"Set-DefaultAWSRegion eu-west-1; {ScanWithKeys}; {forget}",
                Says = ["Region eu-west-1"],
            },
            new()
            {
                Doing = "scan with `$StoredAWSRegion`, a RegionEndpoint of that SDK",
                Line = $"$StoredAWSRegion = [Amazon.RegionEndpoint]::EUWest1; {ScanWithKeys}; {forget}",
                Says = ["Region eu-west-1"],
            },
            new()
            {
                Doing = "scan with `$StoredAWSRegion`, the object that Get-AWSRegion writes",
                Line = $"$StoredAWSRegion = Get-AWSRegion eu-west-1; {ScanWithKeys}; {forget}",
                Says = ["Region eu-west-1"],
            },
            new()
            {
                Doing = "scan with credentials that went through a job, which leaves only their looks",
                Line = $"{Scan} -Credential ([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(({Make("Get", SessionKeys.Basic)}))))",
                Error = ErrorId.CredentialsInvalid,
            },
        ];
    }

    private static string Make(string verb, string key) => $"{verb}-AWSCredential -AccessKey {key} -SecretKey {SessionKeys.Secret}";

    private static IEnumerable<CoexistenceSession> Runspaces()
    {
        var session = new CoexistenceSession
        {
            Table = RunspaceTable,
            Holds = $"AWSSDK.Core {BuiltModule.ForeignSdk3} before our import",
            Preparation = [ForeignModules.ImportTools(BuiltModule.ForeignSdk3), ForeignModules.ImportModule],
            Strangers = ForeignModules.Tools(BuiltModule.ForeignSdk3),
            Cells = [],
        };
        return
        [
            session with { Cells = [AtOnce()] },
            session with { Cells = [RemovedByItself(), RemovedElsewhere()] },
            session with { Cells = [InChildProcess()] },
        ];
    }

    private static Cell AtOnce() => new()
    {
        Doing = "two runspaces scan at once, as the first use",
        Line = $$"""
            $barrier = [Threading.Barrier]::new(2)
            $other = {{NewShell}}.AddScript({
                param($Barrier, $Endpoint)
                {{ForeignModules.ImportModule}}
                if (-not $Barrier.SignalAndWait(300000)) { throw 'The other runspace did not come.' }
                {{ScanWithKeys}}
            }.ToString()).AddArgument($barrier).AddArgument($Endpoint)
            $pending = $other.BeginInvoke()
            if (-not $barrier.SignalAndWait(300000)) { throw 'The other runspace did not come.' }
            {{ScanWithKeys}}
            $other.EndInvoke($pending)
            if ($other.HadErrors) { throw $other.Streams.Error[0] }
            """,
        Scans = 2,
        Says = [SessionKeys.Masked(SessionKeys.Given)],
    };

    private static Cell RemovedByItself() => new()
    {
        Doing = "a scan, as the first use, whose own pipeline removes the module",
        Line = $"{ScanWithKeys} 4>&1 | ForEach-Object {{ Remove-Module CisPosture -ErrorAction Ignore; $_ }}",
    };

    private static Cell RemovedElsewhere() => new()
    {
        Doing = "a scan, while another runspace removes the module",
        Line = $$"""
            {{ForeignModules.ImportModule}}
            $other = {{NewShell}}.AddScript({{ForeignModules.Quoted(ForeignModules.ImportModule)}})
            $null = $other.Invoke()
            {{ScanWithKeys}} 4>&1 | ForEach-Object {
                if ($other) { $other.Commands.Clear(); $null = $other.AddScript('Remove-Module CisPosture').Invoke(); $other.Dispose(); $other = $null }
                $_
            }
            """,
    };

    private static Cell InChildProcess()
    {
        var lines = JsonSerializer.Serialize(new[]
        {
            ForeignModules.ImportModule,
            "ENDPOINT",
            $"{ScanWithKeys} | ForEach-Object {{ [Management.Automation.PSSerializer]::Serialize($_) }}",
        });
        return new()
        {
            Doing = "a scan in a child process, whose findings come back serialized as a job's do",
            Line = $$"""
                $start = [Diagnostics.ProcessStartInfo]::new({{ForeignModules.Quoted(SessionProcess.Dotnet)}}, {{ForeignModules.Quoted($"\"{BuiltModule.SessionHost}\"")}})
                $start.UseShellExecute, $start.RedirectStandardInput, $start.RedirectStandardOutput = $false, $true, $true
                $child = [Diagnostics.Process]::Start($start)
                $child.StandardInput.Write({{ForeignModules.Quoted(lines)}}.Replace('ENDPOINT', "`$Endpoint = '$Endpoint'"))
                $child.StandardInput.Close()
                $scan = [System.Text.Json.Nodes.JsonNode]::Parse($child.StandardOutput.ReadToEnd())[2]
                $findings = $scan['Output'] | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize($_.ToString()) }
                $findings | ForEach-Object { "$($_.FindingId) $($_.Status) $($_.Reason)" }
                (Measure-CisFinding -InputObject $findings).Text
                """,
            IsSerialized = true,
            LoadsLibraries = false,
        };
    }

    private static IEnumerable<CoexistenceSession> Libraries(string temporary) =>
    [
        .. new[] { BuiltModule.ForeignCsvHelperOlder, BuiltModule.ForeignCsvHelperNewer }
            .Select(version => Library($"CsvHelper {version}", new Dictionary<string, string>(StringComparer.Ordinal) { ["CsvHelper"] = ForeignModules.CsvHelper(version) })),
        .. HollowLibraries.Kinds.Select(kind => Library($"an empty assembly in the place of every library, {kind}", HollowLibraries.Files(temporary, kind))),
    ];

    private static CoexistenceSession Library(string holds, IReadOnlyDictionary<string, string> files) => new()
    {
        Table = LibraryTable,
        Holds = $"{holds}, before our import",
        Preparation = [.. files.Values.Select(ForeignModules.Load), ForeignModules.ImportModule],
        Strangers = files,
        Cells = [Offline, Keys],
    };
}
