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
