using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>What the tests' other modules are and how a session uses them.</summary>
internal static class ForeignModules
{
    public const string ToolsAssembly = "AWS.Tools.Common";
    public const string SdkAssembly = "AWSSDK.Core";

    /// <summary>What <see cref="UseTools"/> writes while AWS Tools and its SDK work: an answer, and that its types are still the first ones.</summary>
    public const string UsedTools = "AKIATHEIRS eu-west-1 True True True";

    /// <summary>Resolves a profile with AWS Tools, and compares types and assemblies with those that were there at the beginning.</summary>
    public const string UseTools = """
        $made = Get-AWSCredential -ProfileName theirs -ProfileLocation "$HOME/theirs"
        "$($made.GetCredentials().AccessKey) $((Get-AWSRegion eu-west-1).Region) $([object]::ReferenceEquals($made.GetType(), $firstType)) $([object]::ReferenceEquals([Amazon.Runtime.BasicAWSCredentials], $firstType)) $([object]::ReferenceEquals([Reflection.Assembly]::Load('AWSSDK.Core'), $firstType.Assembly))"
        """;

    /// <summary>The profile that only AWS Tools knows of.</summary>
    public const string Profile = "[theirs]\naws_access_key_id = AKIATHEIRS\naws_secret_access_key = of-no-use\n";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "elsewhere");

    /// <summary>Imports AWS Tools with a release of AWSSDK.Core, and remembers its types.</summary>
    public static string ImportTools(string sdk) =>
        $"Import-Module {Quoted(Path.Combine(Folder, sdk, "AWS.Tools.Common.psd1"))} -ErrorAction Stop; $firstType = [Amazon.Runtime.BasicAWSCredentials]";

    /// <summary>What the import loads.</summary>
    public static IReadOnlyDictionary<string, string> Tools(string sdk) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ToolsAssembly] = Path.Combine(Folder, sdk, "AWS.Tools.Common.dll"),
        [SdkAssembly] = Path.Combine(Folder, sdk, "AWSSDK.Core.dll"),
    };

    /// <summary>Puts AWS Tools where PowerShell finds modules by itself.</summary>
    /// <param name="folder">A folder on the PSModulePath.</param>
    /// <param name="sdk">The release of AWSSDK.Core that they bring.</param>
    public static void InstallTools(string folder, string sdk)
    {
        var module = Directory.CreateDirectory(Path.Combine(folder, ToolsAssembly));
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, sdk), "AWS*"))
        {
            File.Copy(file, Path.Combine(module.FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>A release of CsvHelper.</summary>
    public static string CsvHelper(string version) => Path.Combine(Folder, version, "CsvHelper.dll");

    /// <summary>Loads an assembly as a module's import does.</summary>
    public static string Load(string path) => $"$null = [Reflection.Assembly]::LoadFrom({Quoted(path)})";

    /// <summary>Imports the module under test.</summary>
    public static string ImportModule => $"Import-Module {Quoted(BuiltModule.Manifest)} -ErrorAction Stop";

    /// <summary>A text as PowerShell takes it literally.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
