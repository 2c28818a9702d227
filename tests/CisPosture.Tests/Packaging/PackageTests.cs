using System.IO.Compression;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CisPosture.Sandbox;
using CisPosture.Tests.Engine;
using CisPosture.Tests.Isolation;

namespace CisPosture.Tests.Packaging;

public sealed class PackageTests(BuiltPackage package) : IClassFixture<BuiltPackage>
{
    // Whatever else turns up was put there by nobody who thought of the user's disk.
    private static readonly Regex[] Expected = [.. new[]
    {
        @"CisPosture\.psd1",
        "LICENSE",
        @"THIRD-PARTY-NOTICES\.txt",
        @"icon\.png",
        @"bin/CisPosture(\.Core)?\.dll",
        @"bin/CisPosture\.(types|format)\.ps1xml",
        @"en-US/CisPosture\.dll-Help\.xml",
        @"en-US/about_CisPosture(_[A-Z][a-z]+)?\.help\.txt",
        @"bin/lib/[A-Z][\w.]+\.dll",
        @"bin/lib/desktop/(System\.[A-Z][\w.]+|Microsoft\.CSharp)\.dll",
        @"bin/lib/runtimes/win-(x64|arm64)/native/e_sqlite3\.dll",
        @"bin/lib/runtimes/linux(-musl)?-(x64|arm64)/native/libe_sqlite3\.so",
        @"bin/lib/runtimes/osx-(x64|arm64)/native/libe_sqlite3\.dylib",
    }.Select(pattern => new Regex($"^{pattern}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];

    [Fact]
    public void The_package_holds_what_it_should_and_nothing_else()
    {
        var files = BuiltPackage.FilesOf(package.Unpacked);

        Assert.All(files, file => Assert.True(Expected.Any(pattern => pattern.IsMatch(file)), $"{file} is in the package. If it belongs there, add it to the patterns of this test."));
        Assert.All(Expected, pattern => Assert.Contains(files, pattern.IsMatch));
    }

    [Fact]
    public void The_package_holds_no_file_twice()
    {
        var files = BuiltPackage.FilesOf(package.Unpacked);

        var libraries = files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal) && !file.Contains("/runtimes/", StringComparison.Ordinal));

        Assert.DoesNotContain(libraries.CountBy(file => Path.GetFileName(file)), count => count.Value > 1);
        Assert.DoesNotContain(files.CountBy(file => Hash(Path.Combine(package.Unpacked, file))), count => count.Value > 1);
    }

    [Fact]
    public void The_package_the_published_folder_and_the_folder_of_the_build_are_the_same()
    {
        var built = Contents(BuiltModule.Folder, "bin/").Concat(Contents(BuiltModule.HelpFolder, "en-US/")).Append(("CisPosture.psd1", Hash(BuiltModule.Manifest)));
        var installed = Contents(package.Installed);

        Assert.Equal(installed, Contents(package.Unpacked));
        Assert.Equal(installed, Contents(package.Published));
        Assert.Equal(
            installed.Where(file => file.Path.Contains('/', StringComparison.Ordinal) || file.Path == "CisPosture.psd1"),
            built.OrderBy(file => file.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public void Two_packages_of_one_build_have_the_same_content()
    {
        using var first = ZipFile.OpenRead(package.Package);
        using var second = ZipFile.OpenRead(package.SecondPackage);

        Assert.Equal(Entries(first), Entries(second));
    }

    [Fact]
    public void The_script_tells_the_size_which_is_under_45_MB()
    {
        var size = BuiltPackage.FilesOf(package.Installed).Sum(file => new FileInfo(Path.Combine(package.Installed, file)).Length);

        Assert.InRange(size, 1, 45_000_000);
        Assert.Contains(package.Script.Lines, line => line.StartsWith($"{package.Installed}: {BuiltPackage.FilesOf(package.Installed).Count} files, ", StringComparison.Ordinal));
        Assert.Contains(package.Script.Lines, line => line.StartsWith($"{package.Package}: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_library_of_others_is_named_with_its_license()
    {
        var shipped = BuiltPackage.FilesOf(package.Unpacked)
            .Where(file => file.StartsWith("bin/lib/", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.StartsWith("CisPosture.", StringComparison.Ordinal))
            .Select(name => name == "libe_sqlite3" ? "e_sqlite3" : name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var noticed = File.ReadLines(Path.Combine(package.Unpacked, "THIRD-PARTY-NOTICES.txt"))
            .SkipWhile(line => !line.StartsWith("---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(' ')[0])
            .Order(StringComparer.Ordinal);

        Assert.Equal(shipped, noticed);
    }

    [Fact]
    public void The_package_says_what_the_manifest_says()
    {
        using var session = ModuleSession.Open();
        var manifest = session.Run("Test-ModuleManifest -Path $args[0] -ErrorAction Stop", Path.Combine(package.Unpacked, "CisPosture.psd1"));
        Assert.True(manifest is { Failure: null, Errors: [] }, $"Test-ModuleManifest: {manifest.Failure} {string.Join("; ", manifest.Errors)}");
        var module = Assert.IsType<PSModuleInfo>(Assert.Single(manifest.Output).BaseObject);

        Assert.Equal("CisPosture", Element("id"));
        Assert.Equal(module.Version.ToString(), Element("version"));
        Assert.Equal(module.Author, Element("authors"));
        Assert.Equal(module.Description, Element("description"));
        Assert.Equal(module.Copyright, Element("copyright"));
        Assert.Equal(module.ReleaseNotes, Element("releaseNotes"));
        Assert.Equal(module.LicenseUri.ToString(), Element("licenseUrl"));
        Assert.Equal("MIT", Element("license"));
        Assert.Equal("icon.png", Element("icon"));
        Assert.Null(Element("dependencies"));
        Assert.Equal(Tags(module.Tags, module.ExportedCommands.Keys), Element("tags")!.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_fresh_session_imports_what_was_unpacked_and_works_with_every_part_of_it()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary" }, TestContext.Current.CancellationToken);
        var home = Directory.CreateTempSubdirectory("cisposture-");
        try
        {
            var manifest = Path.Combine(package.Unpacked, "CisPosture.psd1");
            string[] lines =
            [
                $"Import-Module -Name '{manifest}' -ErrorAction Stop; (Get-Module CisPosture).ModuleBase",
                $"$findings = Test-CisControl -Id 1.5 -EndpointUrl '{sandbox.Endpoint}' -AccessKey test -SecretKey test; $findings.Status",
                $"$findings | Save-CisFinding -Path '{Path.Combine(home.FullName, "store.db")}'; (Get-CisFinding -Path '{Path.Combine(home.FullName, "store.db")}').Count",
                $"$findings | Export-CisReport -Path '{Path.Combine(home.FullName, "report.csv")}'",
            ];
            var answers = await SessionProcess.RunAsync(lines, home.FullName, TestContext.Current.CancellationToken);

            Assert.All(answers, answer => Assert.Empty(answer.Errors));
            Assert.Equal(package.Unpacked, Assert.Single(answers[0].Output));
            Assert.Equal("Passed", Assert.Single(answers[1].Output));
            Assert.Equal("1", answers[2].Output[^1]);
            Assert.True(File.Exists(Path.Combine(home.FullName, "report.csv")));

            var ours = answers[^1].Assemblies.Where(assembly => assembly.Name.StartsWith("CisPosture", StringComparison.Ordinal) && assembly.Name != "CisPosture.SessionHost").ToList();
            Assert.All(["CisPosture", "CisPosture.Core", "CisPosture.Aws", "CisPosture.Reports", "CisPosture.Store"], name => Assert.Contains(ours, assembly => assembly.Name == name));
            Assert.All(ours, assembly => Assert.StartsWith(package.Unpacked, assembly.Location, StringComparison.Ordinal));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static List<(string Path, string Hash)> Contents(string folder, string prefix = "") =>
        [.. BuiltPackage.FilesOf(folder).Select(file => (prefix + file, Hash(Path.Combine(folder, file))))];

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private static List<(string Name, string Hash)> Entries(ZipArchive archive) =>
    [
        .. BuiltPackage.ModuleFilesOf(archive).Append(archive.GetEntry("CisPosture.nuspec")!).Select(entry =>
        {
            using var content = entry.Open();
            return (entry.FullName, Convert.ToHexString(SHA256.HashData(content)));
        }),
    ];

    // What PowerShell's own publishing command adds, by which galleries find modules and commands.
    private static IEnumerable<string> Tags(IEnumerable<string> own, IEnumerable<string> cmdlets) => own
        .Concat(["PSModule", "PSEdition_Core", "PSEdition_Desktop", "PSIncludes_Cmdlet"])
        .Concat(cmdlets.SelectMany(cmdlet => new[] { $"PSCmdlet_{cmdlet}", $"PSCommand_{cmdlet}" }))
        .Order(StringComparer.Ordinal);

    private string? Element(string name) => package.Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
}
