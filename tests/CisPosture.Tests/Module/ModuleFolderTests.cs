using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Module;

public sealed class ModuleFolderTests
{
    [Fact]
    public void The_session_finds_only_the_module_and_Core_in_the_folder() =>
        Assert.Equal(["CisPosture", "CisPosture.Core"], Libraries(BuiltModule.Folder));

    [Fact]
    public void The_way_to_AWS_lies_apart()
    {
        var libraries = Libraries(Path.Combine(BuiltModule.Folder, "lib"));

        Assert.Contains("CisPosture.Aws", libraries);
        Assert.Contains("AWSSDK.Core", libraries);
        Assert.DoesNotContain("CisPosture.Core", libraries);
    }

    [Fact]
    public void What_dotnet_has_itself_lies_where_only_Windows_PowerShell_looks()
    {
        var framework = Libraries(Path.GetDirectoryName(typeof(object).Assembly.Location)!);

        Assert.Contains("System.Text.Json", framework);
        Assert.Empty(Libraries(Path.Combine(BuiltModule.Folder, "lib")).Intersect(framework, StringComparer.OrdinalIgnoreCase));
        Assert.Contains("System.Text.Json", Libraries(Path.Combine(BuiltModule.Folder, "lib", "desktop")));
    }

    [Fact]
    public void SQLite_lies_apart_for_every_system()
    {
        var runtimes = Path.Combine(BuiltModule.Folder, "lib", "runtimes");
        Assert.Equal(
            ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"],
            Directory.GetDirectories(runtimes).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetDirectories(runtimes), folder => Assert.Contains("e_sqlite3", Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories)), StringComparison.Ordinal));
        Assert.Contains("CisPosture.Store", Libraries(Path.Combine(BuiltModule.Folder, "lib")));
    }

    [Fact]
    public void The_module_is_small_enough_to_download() =>
        Assert.InRange(Directory.EnumerateFiles(BuiltModule.Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 45_000_000);

    [Fact]
    public void Core_knows_neither_PowerShell_nor_AWS() =>
        Assert.DoesNotContain(References("CisPosture.Core.dll"), name => IsOfAws(name) || IsOfPowerShell(name));

    [Fact]
    public void The_module_knows_PowerShell_but_not_AWS()
    {
        var references = References("CisPosture.dll");

        Assert.Contains(references, IsOfPowerShell);
        Assert.DoesNotContain(references, IsOfAws);
    }

    [Theory]
    [InlineData("CisPosture.dll")]
    [InlineData("CisPosture.Core.dll")]
    public void What_loads_into_the_session_refers_to_no_library_of_third_parties(string file)
    {
        var framework = Libraries(Path.GetDirectoryName(typeof(object).Assembly.Location)!);

        var others = References(file).Where(name => !framework.Contains(name) && !IsOfPowerShell(name) && !name.StartsWith("CisPosture.", StringComparison.Ordinal));

        Assert.True(!others.Any(), $"{file} refers to {string.Join(", ", others)}. In a session that holds another release of it, that one would be used. Put the code that needs it into an assembly of bin/lib, as CisPosture.Parsing is.");
    }

    private static bool IsOfAws(string name) => name == "CisPosture.Aws" || name.StartsWith("AWSSDK", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfPowerShell(string name) => name == "System.Management.Automation" || name.Contains("PowerShell", StringComparison.Ordinal);

    private static List<string> Libraries(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static List<string> References(string file)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(BuiltModule.Folder, file)));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
