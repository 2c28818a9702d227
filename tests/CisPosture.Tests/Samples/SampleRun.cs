using CisPosture.Sandbox;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Samples;

/// <summary>Runs a script of samples/ as a scheduler does: a process of its own, the credentials from its surroundings.</summary>
internal sealed class SampleRun(InstalledModule module, SandboxServer sandbox) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-");

    /// <summary>A shared credentials file; null for keys in the environment.</summary>
    public string? CredentialsFile { get; set; }

    /// <summary>A path in the folder that the job works in.</summary>
    public string PathTo(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The files that a job has left whose names fit a pattern.</summary>
    public IReadOnlyList<string> Files(string pattern) => [.. Directory.EnumerateFiles(_folder.FullName, pattern).Order(StringComparer.Ordinal)];

    /// <summary>Writes a file into the folder.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathTo(name), text);
        return PathTo(name);
    }

    /// <summary>Runs a script to its end. Skips the running test where there is no pwsh.</summary>
    /// <param name="script">Its name.</param>
    /// <param name="arguments">What it is told.</param>
    public Task<PwshRun> OfAsync(string script, params string[] arguments) =>
        PwshRun.OfAsync(Surroundings(), ["-File", Path.Combine(BuiltModule.Root, "samples", script), .. arguments]);

    /// <summary>Runs a line with the module, as somebody types it afterwards.</summary>
    public Task<PwshRun> TypeAsync(string line) => PwshRun.OfAsync(Surroundings(), "-Command", line);

    public void Dispose() => _folder.Delete(recursive: true);

    private Dictionary<string, string> Surroundings()
    {
        var surroundings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PSModulePath"] = module.ModulePath,
            ["AWS_ENDPOINT_URL"] = sandbox.Endpoint.AbsoluteUri,
        };
        if (CredentialsFile is null)
        {
            (surroundings["AWS_ACCESS_KEY_ID"], surroundings["AWS_SECRET_ACCESS_KEY"]) = ("test", "test");
        }
        else
        {
            surroundings["AWS_SHARED_CREDENTIALS_FILE"] = CredentialsFile;
        }

        return surroundings;
    }
}
