using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>Holds what a cell did to what must come of it.</summary>
internal sealed class CellJudge(IReadOnlyList<string> reference, IReadOnlyList<string> lines)
{
    private const string OwnContext = "CisPosture";

    private static readonly string Libraries = Path.Combine(BuiltModule.Folder, "lib");
    private static readonly IReadOnlyList<string> LibraryNames = [.. Directory.EnumerateFiles(Libraries, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Asks the default context, as any other module's code does, for everything that we have libraries of, and has AWS Tools use its SDK.</summary>
    public static string CheckOf(CoexistenceSession session)
    {
        var names = string.Join(", ", LibraryNames.Select(name => $"'{name}'"));
        var everyName = $$"""foreach ($name in {{names}}) { try { "$name $([Reflection.Assembly]::Load($name).Location)" } catch { "$name $($_.Exception.InnerException.GetType().Name)" } }""";
        return session.Strangers.ContainsKey(ForeignModules.ToolsAssembly) ? $"{everyName}; {ForeignModules.UseTools}" : everyName;
    }

    public CellResult Judge(CoexistenceSession session, Cell cell, SessionAnswer did, SessionAnswer check) =>
        new(Findings(cell, did), LoadedLibraries(cell, did), Others(session, check));

    private string Findings(Cell cell, SessionAnswer did)
    {
        if (cell.Error is { } id)
        {
            return did is { Findings: [], Errors: [var error] } && error.StartsWith($"{id},", StringComparison.Ordinal)
                ? $"`{id}`"
                : CellResult.Problem($"{id} was to come, not {did.Findings.Count} findings and: {string.Join("; ", did.Errors)}");
        }

        var expected = cell.IsSerialized ? lines : Enumerable.Repeat(reference, cell.Scans).SelectMany(findings => findings);
        var found = cell.IsSerialized ? did.Output : did.Findings;
        var missing = cell.Says.Where(part => !did.Verbose.Any(message => message.Contains(part, StringComparison.Ordinal))).Concat(cell.Output.Except(did.Output, StringComparer.Ordinal)).ToList();
        return did.Errors.Count > 0 ? CellResult.Problem(string.Join("; ", did.Errors))
            : !expected.SequenceEqual(found, StringComparer.Ordinal) ? CellResult.Problem($"other findings than in the test's own process ({found.Count})")
            : missing.Count > 0 ? CellResult.Problem($"not said: {string.Join("; ", missing)}")
            : found.Count > 0 ? "the same"
            : "–";
    }

    private static string LoadedLibraries(Cell cell, SessionAnswer did)
    {
        var ours = did.Assemblies.Where(assembly => assembly.Location.StartsWith(BuiltModule.Folder, StringComparison.OrdinalIgnoreCase)).ToList();
        var inSession = ours.Where(assembly => Path.GetDirectoryName(assembly.Location) != Libraries).Select(assembly => assembly.Name).Except(["CisPosture", "CisPosture.Core"], StringComparer.Ordinal);
        var strays = ours.Where(assembly => (Path.GetDirectoryName(assembly.Location) == Libraries) != (assembly.Context == OwnContext)).Select(assembly => $"{assembly.Name} in {assembly.Context}");
        var loaded = ours.Where(assembly => assembly.Context == OwnContext).ToList();
        var names = loaded.Select(assembly => assembly.Name).Order(StringComparer.Ordinal);
        var bad = inSession.Concat(strays).ToList();
        return bad.Count > 0 ? CellResult.Problem($"loaded where they must not be: {string.Join(", ", bad)}")
            : !cell.LoadsLibraries ? loaded.Count == 0 ? "none loaded" : CellResult.Problem($"{loaded.Count} loaded without need")
            : !names.SequenceEqual(LibraryNames, StringComparer.Ordinal) ? CellResult.Problem($"loaded: {string.Join(", ", names)}")
            : $"AWSSDK.Core {loaded.Single(assembly => assembly.Name == "AWSSDK.Core").FileVersion}";
    }

    private static string Others(CoexistenceSession session, SessionAnswer check)
    {
        var expected = LibraryNames.Select(name => $"{name} {session.Strangers.GetValueOrDefault(name, nameof(FileNotFoundException))}");
        if (session.Strangers.ContainsKey(ForeignModules.ToolsAssembly))
        {
            expected = expected.Append(ForeignModules.UsedTools);
        }

        var lost = expected.Except(check.Output, StringComparer.Ordinal).Concat(check.Errors)
            .Concat(session.Strangers.Where(stranger => !IsLoaded(stranger.Key, stranger.Value, check)).Select(stranger => $"{stranger.Key} is not loaded from {stranger.Value}"))
            .ToList();
        return lost.Count == 0 ? "as before" : CellResult.Problem($"lost: {string.Join("; ", lost)}; found: {string.Join("; ", check.Output)}");
    }

    private static bool IsLoaded(string name, string location, SessionAnswer check) =>
        check.Assemblies.Any(assembly => assembly.Name == name && assembly.Location == location && assembly.Context == "Default");
}
