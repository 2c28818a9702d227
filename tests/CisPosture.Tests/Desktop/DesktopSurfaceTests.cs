using CisPosture.Sandbox;
using CisPosture.Tests.Engine;
using Mono.Cecil;

namespace CisPosture.Tests.Desktop;

/// <summary>
/// No test can run Windows PowerShell where there is no Windows. What can be told without it is whether everything that the module's assemblies name is there:
/// each type and member that they refer to is looked up in the reference assemblies of .NET Framework 4.7.2, in what the module carries and in the engine's surface.
/// </summary>
public sealed class DesktopSurfaceTests : IDisposable
{
    private readonly WindowsPowerShellAssemblies _surroundings = new();

    /// <summary>All assemblies that Windows PowerShell may load of the module.</summary>
    public static TheoryData<string> Assemblies =>
    [
        .. new[] { string.Empty, "lib", "lib/desktop" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(BuiltModule.Folder, folder), "*.dll").Select(file => Path.Combine(folder, Path.GetFileName(file)).Replace('\\', '/')))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Everything_that_an_assembly_refers_to_is_there(string assembly)
    {
        var missing = Missing(Path.Combine(BuiltModule.Folder, assembly));

        Assert.True(missing.Count == 0, $"On Windows PowerShell {assembly} would miss {string.Join("; ", missing.Take(20))}");
    }

    [Fact]
    public void What_only_a_later_framework_has_is_missed()
    {
        var missing = Missing(typeof(SandboxServer).Assembly.Location);

        Assert.Contains("System.IAsyncDisposable", missing);
        Assert.Contains(missing, name => name.Contains("System.String::Contains(System.String,System.StringComparison)", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_carried_for_Windows_PowerShell_that_its_framework_has_itself()
    {
        var framework = new[] { "mscorlib", "System", "System.Core", "System.Numerics", "System.Net.Http", "System.Xml", "Microsoft.CSharp" }
            .SelectMany(name => PublicTypes(Path.Combine(BuiltModule.NetFramework, name + ".dll")))
            .ToHashSet(StringComparer.Ordinal);
        var carried = Directory.GetFiles(Path.Combine(BuiltModule.Folder, "lib", "desktop"));

        Assert.Contains("System.String", framework);
        Assert.NotEmpty(carried);
        Assert.All(carried, file => Assert.DoesNotContain(PublicTypes(file), framework.Contains));
    }

    public void Dispose() => _surroundings.Dispose();

    private List<string> Missing(string path)
    {
        var module = _surroundings.Read(path);
        return
        [
            .. module.GetTypeReferences().Where(type => !IsThere(type.Resolve)).Select(type => type.FullName),
            .. module.GetMemberReferences().Where(member => member.DeclaringType is not ArrayType && !IsThere(member.Resolve)).Select(member => member.FullName),
        ];
    }

    private IEnumerable<string> PublicTypes(string path) => _surroundings.Read(path).Types.Where(type => type.IsPublic).Select(type => type.FullName);

    private static bool IsThere(Func<IMemberDefinition?> resolve)
    {
        try
        {
            return resolve() is not null;
        }
        catch (AssemblyResolutionException)
        {
            return false;
        }
    }
}
