using System.Text.Json;
using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Scripts;

/// <summary>Runs tests/pester in a whole PowerShell, with each release of Pester that people have.</summary>
public sealed class PesterTests : IDisposable
{
    private static readonly string Folder = Path.Combine(BuiltModule.Root, "tests", "pester");

    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("cisposture-");

    public static TheoryData<string> Releases => [BuiltModule.PesterOlder, BuiltModule.PesterNewer];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Every_Pester_test_passes(string release)
    {
        var run = await RunAsync(release);

        Assert.True(run.Failures.Count == 0, $"Pester {run.Pester}: {run.Failures.Count} failed.\n{string.Join("\n", run.Failures)}");
        Assert.Equal(release, run.Pester);
        Assert.Equal(Directory.EnumerateFiles(Folder, "*.Tests.ps1").Select(Path.GetFileName).Order(StringComparer.OrdinalIgnoreCase), run.Files);
        Assert.Empty(run.Skipped);
    }

    public void Dispose() => _results.Delete(recursive: true);

    private async Task<PesterRun> RunAsync(string release)
    {
        var result = Path.Combine(_results.FullName, release + ".json");
        var surroundings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CISPOSTURE_MODULE"] = BuiltModule.Manifest,
            ["CISPOSTURE_SANDBOX"] = typeof(SandboxServer).Assembly.Location,
        };

        var shell = await PwshRun.OfAsync(
            surroundings, "-File", Path.Combine(Folder, "Report.ps1"), "-Pester", Path.Combine(BuiltModule.Packages, "pester", release, "tools", "Pester.psd1"), "-ResultPath", result);

        Assert.True(File.Exists(result), $"Pester {release} told nothing of its tests; pwsh ended with code {shell.ExitCode}: {shell.Errors}");
        return JsonSerializer.Deserialize<PesterRun>(await File.ReadAllTextAsync(result, TestContext.Current.CancellationToken))!;
    }

    private sealed record PesterRun(string Pester, IReadOnlyList<string> Skipped, IReadOnlyList<string> Files, IReadOnlyList<string> Failures);
}
