using System.Text.Json;
using CisPosture.Suppressions;
using CisPosture.Tests.Views;

namespace CisPosture.Tests.Commands;

public sealed class ExportCisReportTests : CommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("CisPosture").FullName;

    private string[] Files => [.. Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_scan_written_as_JSON_is_read_back_as_it_was()
    {
        var report = PathOf("report.json");
        Succeed("$script:found = Test-CisControl; $found | Export-CisReport $args[0]", report);
        Assert.Equal(Succeed("$found").Findings.Select(Text), Succeed("Get-CisFinding $args[0]", report).Findings.Select(Text));
        Assert.Equal(["report.json"], Files);
    }

    [Theory]
    [InlineData("x.json", "{")]
    [InlineData("x.csv", "\uFEFF\"Control\"")]
    [InlineData("X.CSV", "\uFEFF\"Control\"")]
    [InlineData("x.md", "# CIS AWS Foundations Benchmark 1.2.0")]
    [InlineData("x.sarif", "{\n  \"$schema\"")]
    [InlineData("x.sarif.json", "{\n  \"$schema\"")]
    [InlineData("x.ocsf.json", "[\n  {\n    \"activity_id\"")]
    [InlineData("x.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites")]
    public void The_name_tells_the_format(string name, string start)
    {
        Assert.Empty(Succeed("Test-CisControl '4.1' | Export-CisReport -Path $args[0]", PathOf(name)).Output);
        Assert.StartsWith(start, Content(name).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accept.psd1", "Reason = ''", "Reason = 'because'")]
    [InlineData("accept.yaml", "reason: \"\"", "reason: because")]
    [InlineData("accept.json", "\"reason\": \"\"", "\"reason\": \"because\"")]
    public void A_draft_of_suppressions_accepts_nothing_until_it_is_filled_in(string name, string empty, string filled)
    {
        Succeed("Test-CisControl '4.1' | Export-CisReport $args[0] -Format SuppressionTemplate", PathOf(name));
        var unfilled = Session.Run("Test-CisControl '4.1' -SuppressionPath $args[0]", PathOf(name));
        Assert.Equal(4, unfilled.Errors.Count(error => IdOf(error) == ErrorId.SuppressionInvalid && error.Exception.Message.Contains("reason is empty", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal([null, null, null, null], unfilled.Findings.Select(finding => finding.Suppression));
        File.WriteAllText(PathOf(name), Content(name).Replace(empty, filled, StringComparison.Ordinal));
        var accepted = Succeed("Test-CisControl '4.1' -SuppressionPath $args[0]", PathOf(name));
        Assert.Empty(accepted.Errors);
        Assert.Equal(["because", "because", "because", "because"], accepted.Findings.Select(finding => finding.Suppression?.Reason));
    }

    [Fact]
    public void Names_with_quotes_of_any_kind_read_back_from_a_data_file()
    {
        var names = new[] { "it's", "\u2018a\u2019b\u201Ac\u201Bd", "$(Get-Date) `n \"x\" @{}", "#>", "a\nb" };
        var findings = names.Select(name => SampleFinding.Of("4.1", resourceId: name)).ToArray();
        Succeed("$args[1] | Export-CisReport $args[0] -Format SuppressionTemplate", PathOf("accept.psd1"), findings);
        var rules = SuppressionFile.Read(PathOf("accept.psd1"), "accept.psd1");
        Assert.Equal(names.Length, rules.Problems.Count);
        File.WriteAllText(PathOf("accept.psd1"), Content("accept.psd1").Replace("Reason = ''", "Reason = 'because'", StringComparison.Ordinal));
        var filled = SuppressionFile.Read(PathOf("accept.psd1"), "accept.psd1");
        Assert.Empty(filled.Problems);
        Assert.All(findings, finding => Assert.NotNull(filled.Apply(finding, DateTimeOffset.UtcNow).Suppression));
    }

    [Fact]
    public void The_trend_comes_from_the_store_with_what_the_same_pipeline_has_saved()
    {
        Succeed("Test-CisControl '4.1' | Save-CisFinding \"$($args[0])/findings.db\"; Test-CisControl '4.1' | Save-CisFinding \"$($args[0])/findings.db\" -PassThru | Export-CisReport \"$($args[0])/x.md\" -StorePath \"$($args[0])/findings.db\"", _folder);
        Assert.Contains("\n| 2 | ", Content("x.md"), StringComparison.Ordinal);
        Assert.Contains("\n| 1 | ", Content("x.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_is_told_as_it_is_given()
    {
        Succeed("Test-CisControl '4.1' | Export-CisReport $args[0] -Title 'Our <accounts>'", PathOf("x.md"));
        Assert.StartsWith("# Our &lt;accounts&gt;", Content("x.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_counts_more_than_the_name_and_PassThru_gives_the_file()
    {
        var run = Succeed("Test-CisControl '4.1' | Export-CisReport -FilePath $args[0] -Format Csv -PassThru", PathOf("report.txt"));
        Assert.Equal(PathOf("report.txt"), Assert.IsType<FileInfo>(Assert.Single(run.Output).BaseObject).FullName);
        Assert.StartsWith("\uFEFF\"Control\"", Content("report.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_of_a_job_are_written_as_fresh_ones_are()
    {
        Succeed("Test-CisControl '1.9', '4.1' | Export-CisReport $args[0]", PathOf("fresh.csv"));
        Succeed("$text = [System.Management.Automation.PSSerializer]::Serialize((Test-CisControl '1.9', '4.1')); [System.Management.Automation.PSSerializer]::Deserialize($text) | Export-CisReport $args[0]", PathOf("job.csv"));
        Assert.Equal(SortedCells("fresh.csv"), SortedCells("job.csv"));
    }

    [Fact]
    public void No_findings_are_a_report_of_nothing()
    {
        Succeed("@() | Export-CisReport $args[0]", PathOf("none.json"));
        Assert.Empty(Succeed("Get-CisFinding $args[0]", PathOf("none.json")).Output);
    }

    [Fact]
    public async Task An_existing_file_is_replaced_unless_that_is_forbidden()
    {
        await File.WriteAllTextAsync(PathOf("x.csv"), "mine", TestEnd);
        Assert.Contains("-NoClobber", await RefusedAsync("Test-CisControl '4.1' | Export-CisReport $args[0] -NoClobber"), StringComparison.Ordinal);
        Assert.Equal("mine", Content("x.csv"));
        File.SetAttributes(PathOf("x.csv"), FileAttributes.ReadOnly);
        Assert.Contains("-Force", await RefusedAsync("Test-CisControl '4.1' | Export-CisReport $args[0]"), StringComparison.Ordinal);
        Assert.Contains("-NoClobber", await RefusedAsync("Test-CisControl '4.1' | Export-CisReport $args[0] -NoClobber -Force"), StringComparison.Ordinal);
        Assert.Equal("mine", Content("x.csv"));
        Succeed("Test-CisControl '4.1' | Export-CisReport $args[0] -Force", PathOf("x.csv"));
        Succeed("Test-CisControl '4.1' | Export-CisReport $args[0]", PathOf("x.csv"));
        Assert.StartsWith("\uFEFF\"Control\"", Content("x.csv"), StringComparison.Ordinal);
        Assert.Equal(["x.csv"], Files);
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(Succeed("Test-CisControl '4.1' | Export-CisReport $args[0] -PassThru -WhatIf", PathOf("x.csv")).Output);
        Assert.Empty(Files);
    }

    [Fact]
    public void A_path_is_taken_from_where_the_session_stands_and_by_its_drive()
    {
        // Set-Location and New-PSDrive are not in the bare engine.
        Succeed("$state = $ExecutionContext.SessionState; $null = $state.Path.SetLocation($args[0]); $drive = [System.Management.Automation.PSDriveInfo]::new('reports', $state.Provider.GetOne('FileSystem'), $args[0], '', $null); $null = $state.Drive.New($drive, 'Global')", _folder);
        Succeed("Test-CisControl '4.1' | Export-CisReport here.csv; Test-CisControl '4.1' | Export-CisReport 'reports:/a[1].csv'");
        Assert.Equal(["a[1].csv", "here.csv"], Files);
    }

    [Theory]
    [InlineData("report", "ReportFormatUnknown", ".json, .csv")]
    [InlineData("report.docx", "ReportFormatUnknown", "report.docx")]
    [InlineData("accept.csv", "ReportFormatUnknown", ".json, .yaml, .yml, .psd1", "-Format SuppressionTemplate")]
    [InlineData("none/report.csv", "ReportNotWritten", "folder does not exist")]
    public async Task What_cannot_be_written_is_one_clear_error_before_anything_is_read(string name, string errorId, string part, string options = "")
    {
        var error = await FailAsync($"Test-CisControl '4.1' | Export-CisReport $args[0] {options}", PathOf(name));
        Assert.Equal(errorId, IdOf(error));
        Assert.Contains(part, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Files);
    }

    [Theory]
    [InlineData("@() | Export-CisReport $args[0] -Format Csv", "ReportNotWritten")]
    [InlineData("@() | Export-CisReport Function:/x.csv", "ReportNotWritten")]
    [InlineData("@() | Export-CisReport \"$($args[0])/x.csv\" -StorePath \"$($args[0])/none.db\"", "StoreNotFound")]
    [InlineData("'text' | Export-CisReport \"$($args[0])/x.csv\"", "FindingInvalid")]
    public async Task A_place_an_object_or_a_store_that_does_not_fit_is_one_clear_error(string command, string errorId)
    {
        Assert.Equal(errorId, IdOf(await FailAsync(command, _folder)));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Ctrl_C_while_the_report_is_written_leaves_no_file_and_what_was_there_before()
    {
        await File.WriteAllTextAsync(PathOf("x.csv"), "mine", TestEnd);
        var findings = Enumerable.Range(0, 20_000).Select(number => SampleFinding.Of("4.1", resourceId: $"sg-{number}")).ToArray();
        // A finding whose facts wait holds the writer where the test wants it.
        using var reached = new ManualResetEventSlim();
        using var stopped = new ManualResetEventSlim();
        findings[10_000] = findings[10_000] with { Evidence = new WaitingFacts(reached, stopped) };
        using var run = LiveRun.Start(Session, "$args[1] | Export-CisReport $args[0]", PathOf("x.csv"), findings);
        Assert.True(reached.Wait(Patience, TestEnd), "The writer did not come to the finding.");
        Assert.Equal(2, Files.Length);
        var stopping = Task.Run(run.Shell.Stop, TestEnd);
        Assert.True(SpinWait.SpinUntil(() => run.Shell.InvocationStateInfo.State == System.Management.Automation.PSInvocationState.Stopping, Patience), "The command was not told to stop.");
        stopped.Set();
        await stopping.WaitAsync(Patience, TestEnd);
        await Assert.ThrowsAnyAsync<Exception>(() => run.Completion.WaitAsync(Patience, TestEnd));
        Assert.Equal(["x.csv"], Files);
        Assert.Equal("mine", Content("x.csv"));
    }

    [Fact]
    public void A_pipeline_that_breaks_leaves_no_file()
    {
        Session.Run("try { & { Test-CisControl '4.1'; throw 'broken' } | Export-CisReport $args[0] } catch { }", PathOf("x.csv"));
        Assert.Empty(Files);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Text(CisFinding finding) => JsonSerializer.Serialize(finding);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Content(string name) => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(PathOf(name)));

    // What comes back from a job has lost the order of its facts, which stand in one cell, one a line.
    private string[] SortedCells(string name) => [.. Content(name).Split('\n', '"').Order(StringComparer.Ordinal)];

    private async Task<string> RefusedAsync(string command)
    {
        var error = await FailAsync(command, PathOf("x.csv"));
        Assert.Equal(ErrorId.ReportNotWritten, IdOf(error));
        return error.Exception.Message;
    }
}
