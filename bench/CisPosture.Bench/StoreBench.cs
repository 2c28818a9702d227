using System.CommandLine;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Runtime.CompilerServices;
using Command = System.CommandLine.Command;

namespace CisPosture.Bench;

/// <summary>What it takes to keep the findings of two nights and to ask for what is new, beside SQLite used in the plainest way.</summary>
internal static class StoreBench
{
    private const int Reads = 5;

    public static Command Command()
    {
        var count = new Option<int>("--findings") { Description = "How many findings a night has", DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("store", "Rows a second of Save-CisFinding and Get-CisFinding, beside SQLite used in the plainest way.") { count };
        command.SetAction(result => Run(new Nights(result.GetValue(count))));
        return command;
    }

    // The module's types exist only in its folder, so that this program and the session share one copy.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Must run before any code names a type of the module.")]
    internal static void LoadFromModule() => AppDomain.CurrentDomain.AssemblyResolve += (_, args) =>
        new AssemblyName(args.Name).Name == "CisPosture.Core"
            ? Assembly.LoadFrom(Path.Combine(Path.GetDirectoryName(Modules.CisPosture)!, "bin", "CisPosture.Core.dll"))
            : null;

    private static void Run(Nights nights)
    {
        var folder = Directory.CreateTempSubdirectory("cisposture-bench-");
        try
        {
            using var session = new StoreSession(Path.Combine(folder.FullName, "findings.db"));
            using var plain = new PlainSqlite(Path.Combine(folder.FullName, "plain.db"));
            Compare(nights, session, plain, folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Compare(Nights nights, StoreSession session, PlainSqlite plain, DirectoryInfo folder)
    {
        var first = (Plain: Time(() => plain.Save(1, nights.Of(1))), Ours: Time(() => session.Save(nights.Of(1))));
        var second = (Plain: Time(() => plain.Save(2, nights.Of(2))), Ours: Time(() => session.Save(nights.Of(2))));
        Report.Print(
            $"Saving {nights.Count} findings a night, of which 1 in 100 is another one in the second",
            ["", "rows a second", "plain SQLite", "time of plain"],
            Saved("the first night", nights, first),
            Saved("the second night", nights, second));

        var found = session.Count("-New -Severity Critical");
        var fresh = (Plain: Best(() => plain.Read("WHERE first_night = 2 AND severity = 'Critical'")), Ours: Best(() => session.Read("-New -Severity Critical")));
        var all = (Plain: Time(() => plain.Read(string.Empty)), Ours: Time(() => session.Read(string.Empty)));
        Report.Print(
            "Reading findings as objects",
            ["", "time", "plain SQLite", "time of plain"],
            [$"Get-CisFinding -New -Severity Critical ({found} of {nights.Count})", Report.Milliseconds(fresh.Ours), Report.Milliseconds(fresh.Plain), Report.Ratio(fresh.Ours / fresh.Plain)],
            ["Get-CisFinding, all of the second night", Report.Milliseconds(all.Ours), Report.Milliseconds(all.Plain), Report.Ratio(all.Ours / all.Plain)]);
        Report.Print(
            "Size on disk",
            ["", "bytes a finding and night"],
            ["the store", Report.Number((int)(Size(folder, "findings.db") / nights.Count / 2))],
            ["plain SQLite, which forgets the first night", Report.Number((int)(Size(folder, "plain.db") / nights.Count / 2))]);
    }

    private static string[] Saved(string name, Nights nights, (TimeSpan Plain, TimeSpan Ours) times) =>
        [name, Rate(nights, times.Ours), Rate(nights, times.Plain), Report.Ratio(times.Ours / times.Plain)];

    private static string Rate(Nights nights, TimeSpan time) => Report.Number((int)(nights.Count / time.TotalSeconds));

    private static long Size(DirectoryInfo folder, string name) => folder.EnumerateFiles(name + "*").Sum(file => file.Length);

    private static TimeSpan Best(Action work) => Enumerable.Range(0, Reads).Select(_ => Time(work)).Min();

    private static TimeSpan Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    }

    /// <summary>A PowerShell session with the module imported, and a store.</summary>
    private sealed class StoreSession : IDisposable
    {
        private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        private readonly string _path;

        public StoreSession(string path)
        {
            _path = path;
            _runspace.Open();
            Invoke("Import-Module -Name $args[0] -ErrorAction Stop", [], Modules.CisPosture);
        }

        public void Save(IEnumerable<CisFinding> findings) => Invoke("$input | Save-CisFinding $args[0]", findings, _path);

        public int Count(string filters) => Invoke($"Get-CisFinding $args[0] {filters}", [], _path).Count;

        public void Read(string filters) => Invoke($"Get-CisFinding $args[0] {filters} | Out-Null", [], _path);

        public void Dispose() => _runspace.Dispose();

        private IReadOnlyList<PSObject> Invoke(string script, IEnumerable<CisFinding> input, string argument)
        {
            using var shell = PowerShell.Create(_runspace);
            shell.AddScript(script).AddArgument(argument);
            var output = shell.Invoke(input);
            return !shell.HadErrors ? [.. output] : throw new InvalidOperationException($"{script}: {shell.Streams.Error.FirstOrDefault()}");
        }
    }
}
