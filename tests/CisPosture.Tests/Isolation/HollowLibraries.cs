using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>Hollow assemblies in the place of all third-party libraries of the module.</summary>
internal static class HollowLibraries
{
    /// <summary>How their versions are to those of the libraries.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["of a lower version", "of the same version", "of a higher version"];

    /// <summary>Their files by name.</summary>
    public static IReadOnlyDictionary<string, string> Files(string folder, string kind) =>
        Originals().ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => Path.Combine(folder, kind, Path.GetFileName(path)), StringComparer.Ordinal);

    /// <summary>Writes the files of every kind.</summary>
    public static void Write(string folder)
    {
        foreach (var kind in Kinds)
        {
            var target = Directory.CreateDirectory(Path.Combine(folder, kind)).FullName;
            foreach (var original in Originals())
            {
                HollowAssembly.Write(original, version => Change(version, kind), target);
            }
        }
    }

    // Nobody else has an assembly of our own names.
    private static IEnumerable<string> Originals() => Directory.EnumerateFiles(Path.Combine(BuiltModule.Folder, "lib"), "*.dll")
        .Where(path => !Path.GetFileName(path).StartsWith("CisPosture.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static Version Change(Version version, string kind) =>
        kind == Kinds[0] ? new Version(0, 1, 0, 0)
        : kind == Kinds[2] ? new Version(version.Major + 1, 0, 0, 0)
        : version;
}
