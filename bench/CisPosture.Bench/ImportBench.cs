using System.CommandLine;

namespace CisPosture.Bench;

/// <summary>How long Import-Module takes, beside a module that has nothing in it. Each import is the first of its process, and the two take turns.</summary>
internal static class ImportBench
{
    public static Command Command()
    {
        var rounds = new Option<int>("--rounds") { Description = "How many processes for each module", DefaultValueFactory = _ => 15 };
        var pwsh = new Option<string?>("--pwsh") { Description = "A pwsh to import into, instead of the engine package, which is not compiled ahead" };
        var command = new Command("import", "Import-Module of the built module beside that of an empty one.") { rounds, pwsh };
        command.SetAction((result, cancelled) => RunAsync(result.GetValue(rounds), result.GetValue(pwsh), cancelled));
        return command;
    }

    private static async Task RunAsync(int rounds, string? pwsh, CancellationToken cancellationToken)
    {
        // The first of each fills the disk's cache.
        await ImportAsync(Modules.Empty);
        await ImportAsync(Modules.CisPosture);
        var empty = new List<ImportCost>();
        var ours = new List<ImportCost>();
        for (var round = 0; round < rounds; round++)
        {
            empty.Add(await ImportAsync(Modules.Empty));
            ours.Add(await ImportAsync(Modules.CisPosture));
        }

        Print("on the clock", empty, ours, cost => cost.Wall);
        Print("on all processors", empty, ours, cost => cost.Processor);

        Task<ImportCost> ImportAsync(string manifest) =>
            pwsh is null ? ImportProbe.RunAsync(manifest, cancellationToken) : PwshImport.RunAsync(pwsh, manifest, cancellationToken);
    }

    private static void Print(string what, List<ImportCost> empty, List<ImportCost> ours, Func<ImportCost, TimeSpan> time)
    {
        var nothing = empty.Select(time).ToList();
        Report.Print(
            $"Import-Module, time {what}, {empty.Count} processes for each module",
            ["", "median", "least", "of the empty one", "above it"],
            Row("an empty module", nothing, nothing),
            Row("CisPosture", [.. ours.Select(time)], nothing));
    }

    private static string[] Row(string name, IReadOnlyList<TimeSpan> times, IReadOnlyList<TimeSpan> empty) =>
    [
        name,
        Report.Milliseconds(Report.Median(times)),
        Report.Milliseconds(times.Min()),
        Report.Ratio(Report.Median(times) / Report.Median(empty)),
        Report.Milliseconds(Report.Median(times) - Report.Median(empty)),
    ];
}
