using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>Each in a process of its own, because load contexts belong to the process.</summary>
public sealed class IsolationTests
{
    private const string LoadedAssemblies = """
        foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
            $name = $assembly.GetName()
            if ($name.Name -like 'AWSSDK.*' -or $name.Name -in 'CisPosture', 'CisPosture.Core', 'CisPosture.Aws') {
                "loaded $($name.Name) $($name.Version.Major) $([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name)"
            }
        }
        """;

    [Fact]
    public async Task An_import_and_an_offline_command_load_nothing_of_AWS()
    {
        var loaded = Loaded(await ConsoleRun.OfAsync("-Command", $"(Get-CisControl).Count; {LoadedAssemblies}"));

        Assert.Equal(["CisPosture", "CisPosture.Core"], loaded.Select(assembly => assembly.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_scan_loads_the_AWS_SDK_only_into_the_context_of_the_module()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);

        var loaded = Loaded(await ConsoleRun.OfAsync("-Command", $"{Scan(sandbox)}; {LoadedAssemblies}"));

        Assert.Single(loaded, assembly => assembly.Name == "CisPosture.Core");
        Assert.Contains(("AWSSDK.Core", 4, "CisPosture"), loaded);
        Assert.Contains(loaded, assembly => assembly is { Name: "CisPosture.Aws", Context: "CisPosture" });
        Assert.DoesNotContain(loaded, assembly => IsOfAws(assembly.Name) && assembly.Context != "CisPosture");
    }

    [Fact]
    public async Task A_scan_works_beside_an_older_AWS_SDK_of_the_session()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        var foreign = Path.Combine(AppContext.BaseDirectory, "elsewhere", "AWSSDK.Core.dll");

        var run = await ConsoleRun.OfAsync("-Command", $"$foreign = [Reflection.Assembly]::LoadFrom('{foreign.Replace("'", "''", StringComparison.Ordinal)}'); {Scan(sandbox)}; {LoadedAssemblies}");
        var cores = Loaded(run).Where(assembly => assembly.Name == "AWSSDK.Core").Order();

        Assert.Equal([("AWSSDK.Core", 3, "Default"), ("AWSSDK.Core", 4, "CisPosture")], cores);
        Assert.Contains("verdict Failed 1.1", run.Lines);
    }

    private static string Scan(SandboxServer sandbox) =>
        $"$findings = Test-CisControl -Id 1.1 -Region us-east-1 -EndpointUrl {sandbox.Endpoint} -AccessKey test -SecretKey test; \"verdict $($findings.Status) $($findings.ControlId)\"";

    private static bool IsOfAws(string name) => name == "CisPosture.Aws" || name.StartsWith("AWSSDK", StringComparison.Ordinal);

    private static List<(string Name, int Major, string Context)> Loaded(ConsoleRun run)
    {
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        return
        [
            .. run.Lines.Where(line => line.StartsWith("loaded ", StringComparison.Ordinal))
                .Select(line => line.Split(' '))
                .Select(words => (words[1], int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture), words[3])),
        ];
    }
}
