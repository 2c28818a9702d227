using System.Diagnostics;
using System.Runtime.Loader;

namespace CisPosture.SessionHost;

/// <summary>An assembly of the process.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Version">Its assembly version.</param>
/// <param name="FileVersion">The version of its file, which tells releases of one assembly version apart.</param>
/// <param name="Location">The file that it was loaded from.</param>
/// <param name="Context">The name of its load context.</param>
internal sealed record LoadedAssembly(string Name, string Version, string? FileVersion, string Location, string? Context)
{
    // The engine's and the runtime's own are of no interest.
    private static readonly string[] Watched = ["AWS", "CisPosture", "CsvHelper", "Superpower", "YamlDotNet", "SQLitePCLRaw", "System.Text.Json", "Microsoft.Bcl", "Microsoft.Data", "Microsoft.Extensions", "Fluid", "Parlot", "TimeZoneConverter"];

    public static IReadOnlyList<LoadedAssembly> All() =>
    [
        .. AssemblyLoadContext.All
            .SelectMany(context => context.Assemblies, (context, assembly) => (context, assembly))
            .Where(loaded => !loaded.assembly.IsDynamic && Watched.Any(name => loaded.assembly.GetName().Name!.StartsWith(name, StringComparison.Ordinal)))
            .Select(loaded => new LoadedAssembly(
                loaded.assembly.GetName().Name!,
                loaded.assembly.GetName().Version!.ToString(),
                FileVersionInfo.GetVersionInfo(loaded.assembly.Location).FileVersion,
                loaded.assembly.Location,
                loaded.context.Name)),
    ];
}
