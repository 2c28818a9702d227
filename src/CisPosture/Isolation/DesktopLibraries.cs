using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CisPosture.Isolation;

/// <summary>Libraries on Windows PowerShell, which has no load contexts: each is loaded from its path when one of ours asks for it.</summary>
internal sealed class DesktopLibraries : PrivateLibraries
{
    private static readonly string[] Folders = [ModuleFiles.Libraries, ModuleFiles.DesktopLibraries];

    private readonly ConcurrentDictionary<string, Assembly?> _byName = new(StringComparer.OrdinalIgnoreCase);

    public override Assembly? Find(string name) => _byName.GetOrAdd(name, LoadByName);

    // By its place, because .NET Framework finds what lies beside a library without asking.
    protected override bool Holds(Assembly assembly) =>
        assembly is { IsDynamic: false, Location.Length: > 0 } && Folders.Contains(Path.GetDirectoryName(assembly.Location), StringComparer.OrdinalIgnoreCase);

    // The last place is for what the framework has itself: a library built for a later .NET may ask for a later version of it, which the
    // framework does not take for its own by itself.
    private static Assembly? LoadByName(string name)
    {
        var path = Folders.Append(RuntimeEnvironment.GetRuntimeDirectory())
            .Select(folder => Path.Combine(folder, name + ".dll"))
            .FirstOrDefault(File.Exists);
        if (path is not null && string.Equals(name, NativeLibraries.Importer, StringComparison.OrdinalIgnoreCase))
        {
            NativeLibraries.LoadForDesktop();
        }

        return path is null ? null : Assembly.LoadFrom(path);
    }
}
