using System.Diagnostics;
using CisPosture.Findings;
using CisPosture.Tests.Engine;
using CisPosture.Tests.Views;

namespace CisPosture.Tests.EndToEnd;

/// <summary>Jobs that save into one store as processes of their own.</summary>
public sealed class FindingStoreProcessTests : IDisposable
{
    private const int Count = 3000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-");

    private string Store => Path.Combine(_folder.FullName, "findings.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Two_jobs_that_save_at_once_lose_nothing()
    {
        var (one, other) = (Written("111122223333"), Written("444455556666"));
        var runs = await Task.WhenAll(new[] { one, other }.Select(path => ConsoleRun.OfAsync("-Command", $"$f = Get-CisFinding '{path}'; 1..3 | ForEach-Object {{ $null = Save-CisFinding '{Store}' -InputObject $f }}")));
        Assert.All(runs, run => Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors)));

        using var session = ModuleSession.Open();
        Assert.Equal([6L, 5, 4, 3, 2, 1], session.Run("Get-CisScan $args[0]", Store).Output.Select(scan => ((CisScan)scan.BaseObject).ScanId));
        Assert.Equal(2 * Count, session.Run("Get-CisFinding $args[0]", Store).Findings.Count);
        Assert.Equal(Enumerable.Repeat(Count, 6), Enumerable.Range(1, 6).Select(scan => session.Run("Get-CisFinding $args[0] -ScanId $args[1]", Store, scan).Findings.Count));
    }

    [Fact]
    public async Task A_job_that_is_killed_while_it_saves_leaves_every_earlier_scan_whole_and_nothing_of_the_last()
    {
        var path = Written("111122223333");
        var saved = 0;
        using (var job = Process.Start(ConsoleRun.StartOf("-Command", $"$f = Get-CisFinding '{path}'; 1..1000 | ForEach-Object {{ $null = Save-CisFinding '{Store}' -InputObject $f; \"saved $_\" }}"))!)
        {
            while (saved < 2 && await job.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                saved += line.StartsWith("saved ", StringComparison.Ordinal) ? 1 : 0;
            }

            // The next save has begun. On Unix this is the signal that cannot be caught.
            job.Kill();
            await job.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, saved);
        using var session = ModuleSession.Open();
        var scans = session.Run("Get-CisScan $args[0]", Store).Output.Select(scan => (CisScan)scan.BaseObject).ToList();
        Assert.True(scans.Count >= saved, $"{saved} scans were saved, and {scans.Count} are there.");
        Assert.All(scans, scan => Assert.Equal(Count, scan.FindingCount));
        Assert.All(scans, scan => Assert.Equal(Count, session.Run("Get-CisFinding $args[0] -ScanId $args[1]", Store, scan.ScanId).Findings.Count));

        // And the store goes on.
        var next = session.Run("Get-CisFinding $args[0] | Save-CisFinding $args[1]", path, Store);
        Assert.Equal(scans.Count + 1, ((CisScan)Assert.Single(next.Output).BaseObject).ScanId);
    }

    [Fact]
    public async Task Without_a_path_the_store_is_in_the_data_directory_of_the_user_and_for_nobody_else()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var data = Path.Combine(_folder.FullName, "data");
        var run = await ConsoleRun.OfAsync("-Command", $"$env:XDG_DATA_HOME = '{data}'; $null = Get-CisFinding '{Written("111122223333")}' | Save-CisFinding; \"kept $((Get-CisFinding).Count)\"");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.Equal($"kept {Count}", run.Text);
        var file = Path.Combine(data, "CisPosture", "findings.db");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task SQLite_is_the_one_of_the_module_and_lives_apart_from_the_session()
    {
        var run = await ConsoleRun.OfAsync("-Command", $$"""
            $null = Get-CisFinding '{{Written("111122223333")}}' | Save-CisFinding '{{Store}}'
            foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
                if ($assembly.GetName().Name -like '*Sqlite*' -or $assembly.GetName().Name -eq 'CisPosture.Store') {
                    "$($assembly.GetName().Name) $([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name)"
                }
            }
            foreach ($module in [System.Diagnostics.Process]::GetCurrentProcess().Modules) { if ($module.FileName -like '*e_sqlite3*') { $module.FileName } }
            """);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        var lines = run.Lines.Where(line => line.Length > 0).ToList();
        Assert.Contains("Microsoft.Data.Sqlite CisPosture", lines);
        Assert.All(lines[..^1], line => Assert.EndsWith(" CisPosture", line, StringComparison.Ordinal));
        Assert.Contains(Path.Combine("CisPosture", "bin", "lib", "runtimes"), lines[^1], StringComparison.Ordinal);
    }

    private string Written(string account)
    {
        var path = Path.Combine(_folder.FullName, $"{account}.json");
        using var stream = File.Create(path);
        FindingFile.Write(stream, Enumerable.Range(0, Count).Select(number => Finding(account, number)), isIndented: false);
        return path;
    }

    private static CisFinding Finding(string account, int number) =>
        SampleFinding.Of("4.1", "High", $"arn:aws:ec2:us-east-1:{account}:security-group/sg-{number:D6}") with { AccountId = account, ResourceType = "AwsEc2SecurityGroup", FindingId = $"sample/{account}/{number}" };
}
