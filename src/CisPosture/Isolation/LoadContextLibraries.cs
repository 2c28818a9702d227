using System.Collections.Concurrent;
using System.Reflection;

namespace CisPosture.Isolation;

/// <summary>
/// Libraries in an AssemblyLoadContext of their own. All are loaded at once: a reference between them is then met inside the context,
/// before the default context, which may hold another version, is asked.
/// </summary>
internal sealed class LoadContextLibraries : PrivateLibraries
{
    private readonly ConcurrentDictionary<string, Assembly> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, Assembly> _loadFromPath;

    public LoadContextLibraries()
    {
        // By reflection, because netstandard2.0 does not have the type.
        var type = Type.GetType("System.Runtime.Loader.AssemblyLoadContext, System.Runtime.Loader", throwOnError: true)!;
        var context = Activator.CreateInstance(type, "CisPosture", false)!;
        var method = type.GetMethod("LoadFromAssemblyPath", [typeof(string)])!;
        _loadFromPath = (Func<string, Assembly>)method.CreateDelegate(typeof(Func<string, Assembly>), context);
        foreach (var path in Directory.EnumerateFiles(ModuleFiles.Libraries, "*.dll"))
        {
            _byName[Path.GetFileNameWithoutExtension(path)] = _loadFromPath(path);
        }

        if (_byName.TryGetValue(NativeLibraries.Importer, out var importer))
        {
            NativeLibraries.ServeTo(importer);
        }
    }

    public override Assembly? Find(string name)
    {
        if (_byName.TryGetValue(name, out var assembly))
        {
            return assembly;
        }

        // Asked for only where the running .NET is too old to have what Windows PowerShell lacks.
        var path = Path.Combine(ModuleFiles.DesktopLibraries, name + ".dll");
        return File.Exists(path) ? _byName.GetOrAdd(name, _ => _loadFromPath(path)) : null;
    }

    protected override bool Holds(Assembly assembly) => _byName.TryGetValue(assembly.GetName().Name, out var held) && held == assembly;
}
