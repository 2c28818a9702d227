using System.Reflection;
using System.Runtime.CompilerServices;
using CisPosture.Isolation;

namespace CisPosture.Tests.Desktop;

/// <summary>The module in its folder, loaded and imported as Windows PowerShell does it: by path, into the one context that there is.</summary>
internal static class InstalledModule
{
    public static string Folder { get; } = typeof(InstalledModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Module").Value!;

    /// <summary>Where an assembly came from, below the module's folder; null where it is none of the module's.</summary>
    public static string? PlaceOf(string assembly)
    {
        var location = AppDomain.CurrentDomain.GetAssemblies().LastOrDefault(loaded => loaded.GetName().Name == assembly)?.Location;
        return location?.StartsWith(Folder, StringComparison.Ordinal) == true ? location.Substring(Folder.Length) : null;
    }

    /// <summary>What Import-Module calls.</summary>
    public static void Import() => new ModuleLifetime().OnImport();

    // As the engine, which loads what the manifest names, finds these two beside one another and no more.
    [ModuleInitializer]
    internal static void Find() => AppDomain.CurrentDomain.AssemblyResolve += (_, args) => new AssemblyName(args.Name).Name switch
    {
        "CisPosture" => Assembly.LoadFrom(Path.Combine(Folder, "CisPosture.dll")),
        "CisPosture.Core" => Assembly.LoadFrom(Path.Combine(Folder, "CisPosture.Core.dll")),
        _ => null,
    };
}
