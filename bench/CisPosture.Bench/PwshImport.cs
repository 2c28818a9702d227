namespace CisPosture.Bench;

/// <summary>Imports one module once in a pwsh of its own, as users have it: compiled ahead, where it comes from an installer.</summary>
internal static class PwshImport
{
    private const string Script = """
        $before = [Environment]::CpuUsage.TotalTime
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Import-Module -Name '{0}' -ErrorAction Stop
        $wall = $watch.Elapsed
        '{"Wall":"' + $wall + '","Processor":"' + ([Environment]::CpuUsage.TotalTime - $before) + '"}'
        """;

    /// <param name="pwsh">The program.</param>
    /// <param name="manifest">The module's manifest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<ImportCost> RunAsync(string pwsh, string manifest, CancellationToken cancellationToken)
    {
        var script = Script.Replace("{0}", manifest.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal);
        return OwnProcess.RunAsync<ImportCost>(pwsh, ["-NoProfile", "-NonInteractive", "-Command", script], cancellationToken);
    }
}
