using CisPosture.Tests.Engine;
using Mono.Cecil;

namespace CisPosture.Tests.Desktop;

/// <summary>
/// Finds assemblies as Windows PowerShell 5.1 on .NET Framework 4.7.2 does: the framework's own first, which never stands in for a later version; then
/// what the module carries; then, as DesktopLibraries does it, the framework's own in whatever version.
/// </summary>
internal sealed class WindowsPowerShellAssemblies : BaseAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an assembly that is resolved in these surroundings.</summary>
    public ModuleDefinition Read(string path) => Open(path).MainModule;

    public override AssemblyDefinition Resolve(AssemblyNameReference name)
    {
        var framework = In(name.Name, BuiltModule.NetFramework, Path.Combine(BuiltModule.NetFramework, "Facades"));
        if (framework is not null && framework.Name.Version >= name.Version)
        {
            return framework;
        }

        return In(name.Name, BuiltModule.Folder, Path.Combine(BuiltModule.Folder, "lib"), Path.Combine(BuiltModule.Folder, "lib", "desktop"), BuiltModule.PowerShellStandard)
            ?? framework
            ?? throw new AssemblyResolutionException(name);
    }

    public override AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    protected override void Dispose(bool disposing)
    {
        foreach (var assembly in _read.Values)
        {
            assembly.Dispose();
        }

        base.Dispose(disposing);
    }

    private AssemblyDefinition? In(string name, params string[] folders) =>
        folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists) is { } path ? Open(path) : null;

    private AssemblyDefinition Open(string path)
    {
        if (!_read.TryGetValue(path, out var assembly))
        {
            assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this });
            _read.Add(path, assembly);
        }

        return assembly;
    }
}
