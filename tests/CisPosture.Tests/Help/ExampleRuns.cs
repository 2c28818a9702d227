using System.Globalization;
using CisPosture.Sandbox;
using CisPosture.Tests.Engine;
using CisPosture.Tests.Isolation;

namespace CisPosture.Tests.Help;

/// <summary>
/// Tries all examples in one process: in pwsh where there is one, or else in a bare engine those that need nothing that it lacks. Each example has a sandbox of its own.
/// </summary>
public sealed class ExampleRuns : IAsyncLifetime
{
    private const string Keys = "aws_access_key_id = test\naws_secret_access_key = test\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-examples-");
    private readonly Dictionary<string, ExampleResult> _results = new(StringComparer.Ordinal);

    /// <summary>The commands that a bare engine has; null where the examples ran in pwsh.</summary>
    internal IReadOnlySet<string>? BareCommands { get; private set; }

    /// <summary>What came of an example; null where it was not tried.</summary>
    internal ExampleResult? Of(string name) => _results.GetValueOrDefault(name);

    public async ValueTask InitializeAsync()
    {
        // There the user's data directory is not told by the environment, and a test must not write into it.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        BareCommands = Pwsh.IsThere ? null : Imported();
        var examples = ExampleCase.All.Where(example => example.NotRun is null && (BareCommands is null || example.Commands.All(BareCommands.Contains))).ToList();
        WriteSeed();
        await using var seed = await StartAsync(members: 0);
        var sandboxes = new List<SandboxServer>();
        try
        {
            foreach (var example in examples)
            {
                sandboxes.Add(await StartAsync(example.Members));
            }

            await RunAsync([Begin(seed), .. examples.Select((example, index) => Call(example, Home(index), sandboxes[index]))]);
            foreach (var (example, index) in examples.Select((example, index) => (example, index)))
            {
                _results[example.Name] = new ExampleResult(Lines(Home(index) + ".errors"), await File.ReadAllTextAsync(Home(index) + ".output"), sandboxes[index].Faults);
            }
        }
        finally
        {
            foreach (var sandbox in sandboxes)
            {
                await sandbox.DisposeAsync();
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Seed => Path.Combine(_folder.FullName, "seed");

    private string Modules => Path.Combine(_folder.FullName, "modules");

    private string Home(int index) => Path.Combine(_folder.FullName, index.ToString(CultureInfo.InvariantCulture));

    private static Task<SandboxServer> StartAsync(int members) => SandboxServer.StartAsync(new SandboxOptions { Members = members }, TestContext.Current.CancellationToken);

    private static HashSet<string> Imported()
    {
        using var session = ModuleSession.Open();
        return session.Run("Get-Command -ListImported -CommandType Cmdlet, Function").Output.Select(command => command.Properties["Name"].Value.ToString()!).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private void WriteSeed()
    {
        ForeignModules.InstallTools(Modules, BuiltModule.ForeignSdk4);
        Directory.CreateDirectory(Path.Combine(Seed, ".aws"));
        Directory.CreateDirectory(Path.Combine(Seed, "work"));
        string[] profiles = ["default", "audit", "prod", "admin"];
        File.WriteAllText(Path.Combine(Seed, ".aws", "credentials"), string.Concat(profiles.Select(profile => $"[{profile}]\n{Keys}\n")));
        File.WriteAllText(Path.Combine(Seed, ".aws", "config"), "[default]\nregion = us-east-1\n");
        File.WriteAllText(Path.Combine(Seed, "work", "accepted.yaml"), """
            suppressions:
              - control: "4.1"
                region: eu-*
                reason: Bastion, watched by the network team.
                owner: net-team
                expires: never
            """);
    }

    private string Begin(SandboxServer seed) =>
        $". {Quoted(Path.Combine(BuiltModule.Root, "tests", "CisPosture.Tests", "Help", "run-examples.ps1"))} -Manifest {Quoted(BuiltModule.Manifest)} -Seed {Quoted(Seed)} -SeedEndpoint {Quoted(seed.Endpoint.ToString())} -Modules {Quoted(Modules)}";

    private static string Call(ExampleCase example, string home, SandboxServer sandbox) =>
        $"Invoke-Example -HomePath {Quoted(home)} -Endpoint {Quoted(sandbox.Endpoint.ToString())} -IsRepaired ${example.IsRepaired} -Code {Quoted(example.Code)}";

    private async Task RunAsync(IEnumerable<string> lines)
    {
        var script = Path.Combine(_folder.FullName, "examples.ps1");
        await File.WriteAllLinesAsync(script, lines);
        if (BareCommands is null)
        {
            var run = await PwshRun.OfAsync("-File", script);
            Assert.True(run.ExitCode == 0, $"The examples were not all tried, pwsh ended with code {run.ExitCode}: {run.Errors}{run.Output}");
        }
        else
        {
            var answer = Assert.Single(await SessionProcess.RunAsync([$". {Quoted(script)}"], _folder.FullName, TestContext.Current.CancellationToken));
            Assert.True(answer.Errors.Count == 0, $"The examples were not all tried: {string.Join("; ", answer.Errors)}");
        }
    }

    private static IReadOnlyList<string> Lines(string file) => File.ReadAllText(file) is { Length: > 0 } text ? text.Split('\n') : [];

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
