using System.Reflection;
using System.Runtime.CompilerServices;

namespace CisPosture.Tests.Engine;

/// <summary>Where the build put what the tests load.</summary>
internal static class BuiltModule
{
    /// <summary>The folder of the repository.</summary>
    public static string Root => Metadata("RepositoryRoot");

    /// <summary>The manifest that users import after a build.</summary>
    public static string Manifest => Path.Combine(Root, "CisPosture.psd1");

    /// <summary>What the manifest points to.</summary>
    public static string Folder => Path.Combine(Root, "bin");

    /// <summary>The help, where PowerShell looks for it.</summary>
    public static string HelpFolder => Path.Combine(Root, "en-US");

    /// <summary>The console's assembly.</summary>
    public static string ConsoleAssembly => Metadata("ConsoleAssembly");

    /// <summary>The assembly that plays a session in a process of its own.</summary>
    public static string SessionHost => Metadata("SessionHost");

    /// <summary>The suites that are programs for .NET Framework.</summary>
    public static IReadOnlyList<string> FrameworkSuites => Metadata("FrameworkSuites").Split(';');

    /// <summary>The release of AWSSDK.Core that the module brings.</summary>
    public static string OwnSdk => Metadata("OwnSdk");

    /// <summary>A release of AWSSDK.Core of the major before, as AWS Tools 4 has.</summary>
    public static string ForeignSdk3 => Metadata("ForeignSdk3");

    /// <summary>An older release of AWSSDK.Core of our major, as AWS Tools 5 may have.</summary>
    public static string ForeignSdk4 => Metadata("ForeignSdk4");

    /// <summary>A release of CsvHelper before ours.</summary>
    public static string ForeignCsvHelperOlder => Metadata("ForeignCsvHelperOlder");

    /// <summary>A release of CsvHelper after ours.</summary>
    public static string ForeignCsvHelperNewer => Metadata("ForeignCsvHelperNewer");

    /// <summary>The reference assemblies of .NET Framework 4.7.2.</summary>
    public static string NetFramework => Metadata("NetFramework");

    /// <summary>The surface of the engine that Windows PowerShell 5.1 and PowerShell 7 share.</summary>
    public static string PowerShellStandard => Metadata("PowerShellStandard");

    /// <summary>Where NuGet keeps what it restored, .NET tools among it.</summary>
    public static string Packages => Metadata("Packages");

    /// <summary>A release of Pester 5, by which tests/pester are run.</summary>
    public static string PesterOlder => Metadata("PesterOlder");

    /// <summary>A release of Pester 6, by which tests/pester are run too.</summary>
    public static string PesterNewer => Metadata("PesterNewer");

    /// <summary>The version that all projects share.</summary>
    public static string Version => Metadata("Version");

    // The module's types exist only in its folder, so that tests and runspaces share the one copy that ships.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Must run before any test names a type of the module.")]
    internal static void LoadFromFolder() => AppDomain.CurrentDomain.AssemblyResolve += (_, args) =>
        new AssemblyName(args.Name).Name is "CisPosture" or "CisPosture.Core"
            ? Assembly.LoadFrom(Path.Combine(Folder, new AssemblyName(args.Name).Name + ".dll"))
            : null;

    private static string Metadata(string key) =>
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
