using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Machine;
using CisPosture.Sandbox.State;
using CisPosture.Wall;

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>The AWS CLI, which this project did not write: what its models do not accept, no client may be sent.</summary>
internal sealed class AwsCli(SandboxServer sandbox)
{
    /// <summary>The host that the CLI is told to ask by way of the sandbox as its proxy; null asks the sandbox itself.</summary>
    public Uri? Host { get; init; }

    /// <summary>How often the CLI tries what it takes for a passing failure.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The keys that the CLI signs with; null for those of the account.</summary>
    public SandboxCredential? Keys { get; init; }

    private const string Absent = "The AWS CLI is not on the PATH; install it (Debian: apt-get install awscli) to run the conformance suite.";

    private static readonly string? Program = Programs.Find("aws");

    /// <summary>Starting the CLI takes most of a second of a core.</summary>
    private static readonly SemaphoreSlim Turns = new(Math.Max(1, Environment.ProcessorCount));

    /// <summary>What the CLI made of the answer.</summary>
    public async Task<JsonNode> AskAsync(string region, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(region, arguments);
        Assert.True(code == 0, $"aws {string.Join(' ', arguments)} ended with code {code}: {error}");
        return JsonNode.Parse(output) ?? throw new InvalidOperationException("The CLI printed null.");
    }

    /// <summary>Has the CLI do what has no answer, or, as its age goes, one that says nothing.</summary>
    public async Task DoAsync(string region, params string[] arguments)
    {
        var (code, _, error) = await RunAsync(region, arguments);
        Assert.True(code == 0, $"aws {string.Join(' ', arguments)} ended with code {code}: {error}");
    }

    /// <summary>The code of the error that the CLI reports.</summary>
    public async Task<string> ErrorAsync(string region, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(region, arguments);
        Assert.True(code != 0, $"aws {string.Join(' ', arguments)} should have failed, but printed {output}");
        var start = error.IndexOf('(', StringComparison.Ordinal);
        var end = error.IndexOf(')', StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"The CLI did not understand the error: {error}");
        return error[(start + 1)..end];
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string region, string[] arguments)
    {
        if (Program is null) Assert.Skip(Absent);
        await Turns.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            using var process = Process.Start(Start(region, arguments))!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            Turns.Release();
        }
    }

    /// <summary>Nothing of the machine's own AWS settings may reach the CLI, nor its keys.</summary>
    private ProcessStartInfo Start(string region, string[] arguments)
    {
        var start = new ProcessStartInfo(Program!, ["--endpoint-url", (Host ?? sandbox.Endpoint).AbsoluteUri, "--region", region, "--output", "json", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);
        start.Environment["HTTPS_PROXY"] = NetworkWall.Address;
        if (Host is not null) start.Environment["HTTP_PROXY"] = sandbox.Endpoint.AbsoluteUri;
        start.Environment["AWS_ACCESS_KEY_ID"] = Keys?.AccessKeyId ?? "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = Keys?.SecretAccessKey ?? "test";
        if (Keys?.SessionToken is { } token) start.Environment["AWS_SESSION_TOKEN"] = token;
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(Path.GetTempPath(), "cisposture-no-such-config");
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Path.GetTempPath(), "cisposture-no-such-credentials");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_MAX_ATTEMPTS"] = Attempts.ToString(CultureInfo.InvariantCulture);
        start.Environment["AWS_PAGER"] = "";
        return start;
    }
}
