using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using CisPosture.Tests.Engine;
using CisPosture.Tests.Isolation;

namespace CisPosture.Tests.Packaging;

/// <summary>What build.ps1 and the dotnet CLI make of the module that the tests' own build has compiled.</summary>
public sealed class BuiltPackage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-");

    /// <summary>What build.ps1 wrote.</summary>
    internal ConsoleRun Script { get; private set; } = null!;

    /// <summary>The module as build.ps1 lays it out.</summary>
    internal string Installed => Path.Combine(_folder.FullName, "script", "CisPosture", BuiltModule.Version);

    /// <summary>The module as dotnet publish lays it out.</summary>
    internal string Published => Path.Combine(_folder.FullName, "cli", "CisPosture", BuiltModule.Version);

    /// <summary>The module as it comes out of the package.</summary>
    internal string Unpacked => Path.Combine(_folder.FullName, "unpacked", "CisPosture", BuiltModule.Version);

    /// <summary>The package that build.ps1 made.</summary>
    internal string Package => PackageIn("script");

    /// <summary>The package that dotnet pack made of the same build.</summary>
    internal string SecondPackage => PackageIn("cli");

    /// <summary>What the package says of itself.</summary>
    internal XElement Metadata { get; private set; } = null!;

    private static string Configuration => typeof(BuiltPackage).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public async ValueTask InitializeAsync()
    {
        // One after another: all of them keep notes in the project's obj folder.
        Script = await ConsoleRun.OfAsync(
            OwnNodes, "-File", Path.Combine(BuiltModule.Root, "build.ps1"), "-Task", "Package", "-Configuration", Configuration, "-NoBuild", "-OutputPath", Path.Combine(_folder.FullName, "script"));
        await DotnetAsync("publish");
        await DotnetAsync("pack");
        Unpack();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The files of a folder by their paths in it, with slashes.</summary>
    internal static IReadOnlyList<string> FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The files of the module in a package: all but those that say that it is one.</summary>
    internal static IEnumerable<ZipArchiveEntry> ModuleFilesOf(ZipArchive package) => package.Entries.Where(entry =>
        entry.FullName is not ("[Content_Types].xml" or "CisPosture.nuspec") && !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal) && !entry.FullName.StartsWith("package/", StringComparison.Ordinal));

    private static IReadOnlyDictionary<string, string> OwnNodes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Processes that MSBuild leaves behind for the next build would outlive the tests.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    };

    private string PackageIn(string folder) => Path.Combine(_folder.FullName, folder, $"CisPosture.{BuiltModule.Version}.nupkg");

    private async Task DotnetAsync(string verb)
    {
        var start = new ProcessStartInfo(
            SessionProcess.Dotnet,
            [verb, Path.Combine(BuiltModule.Root, "src", "CisPosture"), "--configuration", Configuration, "--no-build", "--nologo", $"-p:PackageFolder={Path.Combine(_folder.FullName, "cli")}/"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in OwnNodes)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var token = TestContext.Current.CancellationToken;
            var output = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            Assert.True(process.ExitCode == 0, $"dotnet {verb} ended with exit code {process.ExitCode}: {output}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // As Install-PSResource does it: everything but what belongs to the package's own form.
    private void Unpack()
    {
        Assert.True(Script.ExitCode == 0, $"build.ps1 ended with exit code {Script.ExitCode}: {Script.Output} {Script.Errors}");
        using var package = ZipFile.OpenRead(Package);
        foreach (var entry in ModuleFilesOf(package))
        {
            var path = Path.Combine(Unpacked, Uri.UnescapeDataString(entry.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path);
        }

        using var nuspec = package.GetEntry("CisPosture.nuspec")!.Open();
        Metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }
}
