using System.Diagnostics;
using System.Text.Json.Nodes;
using CisPosture.Machine;

namespace CisPosture.Tests.Engine;

/// <summary>
/// The whole PowerShell, as users have it, where the machine has one: the <c>pwsh</c> on the path, or else the one that
/// <c>dotnet tool restore</c> fetches.
/// </summary>
internal static class Pwsh
{
    private const string Absent = "There is no pwsh on the path and none restored: run 'dotnet tool restore' at the root of the repository, or install PowerShell 7.";

    private static readonly string? Installed = Programs.Find("pwsh");
    private static readonly string? Restored = AsTool();

    /// <summary>Whether there is one.</summary>
    public static bool IsThere => Installed is not null || Restored is not null;

    /// <summary>Skips the running test where there is no pwsh.</summary>
    public static void SkipUnlessThere() => Assert.SkipUnless(IsThere, Absent);

    /// <summary>How a pwsh with these arguments is started, without the user's profile and with nobody to ask. Skips the running test where there is none.</summary>
    public static ProcessStartInfo StartOf(params string[] arguments)
    {
        SkipUnlessThere();
        var start = Installed is null ? StartOfTool(Restored!) : new ProcessStartInfo(Installed);
        foreach (var argument in (string[])["-NoProfile", "-NonInteractive", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        (start.UseShellExecute, start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true, true);
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }

    // The package has one pwsh for all processors, which is no program but an assembly. The jobs that it starts are programs, and look for .NET themselves.
    private static ProcessStartInfo StartOfTool(string assembly)
    {
        var host = Environment.ProcessPath is { } program && Path.GetFileNameWithoutExtension(program) == "dotnet" ? program : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [assembly]);
        if (Path.GetDirectoryName(host) is { Length: > 0 } root) start.Environment["DOTNET_ROOT"] = root;
        return start;
    }

    private static string? AsTool()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(BuiltModule.Root, ".config", "dotnet-tools.json")));
        var tools = Path.Combine(BuiltModule.Packages, "powershell", manifest!["tools"]!["powershell"]!["version"]!.GetValue<string>(), "tools");
        var folder = OperatingSystem.IsWindows() ? "win" : "unix";
        return Directory.Exists(tools) ? Directory.EnumerateFiles(tools, "pwsh.dll", SearchOption.AllDirectories).FirstOrDefault(file => new FileInfo(file).Directory!.Name == folder) : null;
    }
}
