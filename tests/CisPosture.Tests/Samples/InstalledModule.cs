using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Samples;

/// <summary>The built module where PowerShell looks for modules by their names, as it is once it is installed.</summary>
public sealed class InstalledModule : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-");

    public InstalledModule()
    {
        var module = Path.Combine(_folder.FullName, "CisPosture", BuiltModule.Version);
        Copy(BuiltModule.Manifest, Path.Combine(module, "CisPosture.psd1"));
        foreach (var file in Directory.EnumerateFiles(BuiltModule.Folder, "*", SearchOption.AllDirectories))
        {
            Copy(file, Path.Combine(module, "bin", Path.GetRelativePath(BuiltModule.Folder, file)));
        }
    }

    /// <summary>The folder of modules that it lies in.</summary>
    internal string ModulePath => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(string source, string destination)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        File.Copy(source, destination);
    }
}
