using System.Text.Json;
using CisPosture.Tests.Engine;
using CisPosture.Tests.Views;

namespace CisPosture.Tests.Commands;

public sealed class FindingStoreTests : CommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("CisPosture").FullName;

    private string Store => Path.Combine(_folder, "findings.db");

    [Fact]
    public void A_scan_is_saved_and_read_back_as_it_was()
    {
        var scan = Assert.IsType<CisScan>(Assert.Single(Succeed("Test-CisControl | Save-CisFinding $args[0]", Store).Output).BaseObject);
        var live = Succeed("Test-CisControl").Findings;
        var kept = Succeed("Get-CisFinding $args[0]", Store).Findings;
        Assert.Equal((1, live.Count), (scan.ScanId, scan.FindingCount));
        Assert.Equal(live.Select(Text), kept.Select(Text));
    }

    [Fact]
    public void Findings_of_a_job_or_a_file_are_saved_as_fresh_ones_are()
    {
        Succeed("$text = [System.Management.Automation.PSSerializer]::Serialize((Test-CisControl '1.9', '4.1')); [System.Management.Automation.PSSerializer]::Deserialize($text) | Save-CisFinding $args[0]", Store);
        Assert.Equal(Succeed("Test-CisControl '1.9', '4.1'").Findings.Select(Text), Succeed("Get-CisFinding $args[0]", Store).Findings.Select(Text));
    }

    [Theory]
    [InlineData("-Status Failed -ControlId 4.*", "4.1 eu-west-1 sg-a,4.1 eu-west-1 sg-b,4.1 us-east-1 sg-a,4.1 us-east-1 sg-b")]
    [InlineData("-ControlId 4.1 -Region us-*", "4.1 us-east-1 sg-a,4.1 us-east-1 sg-b")]
    [InlineData("-Id 4.1 -ResourceId *SG-A", "4.1 eu-west-1 sg-a,4.1 us-east-1 sg-a")]
    [InlineData("-New -Severity High -Region eu-west-1", "4.1 eu-west-1 sg-a,4.1 eu-west-1 sg-b")]
    [InlineData("-Severity High -AccountId 999*", "")]
    [InlineData("-Resolved", "")]
    [InlineData("-Reopened", "")]
    [InlineData("-Latest -Status Passed", "1.5 us-east-1 AWS::::Account:111122223333")]
    public void A_store_and_a_file_are_asked_alike(string filters, string expected)
    {
        Succeed("Test-CisControl '1.5', '1.9', '4.1' | Save-CisFinding $args[0]", Store);
        var names = expected.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var kept = Succeed("Get-CisFinding $args[0]", Store).Findings;
        Assert.Equal(names, Succeed($"Get-CisFinding $args[0] {filters}", Store).Findings.Select(Name));
        Assert.Equal(names, Succeed($"Get-CisFinding $args[0] {filters}", Written("report.json", JsonSerializer.Serialize(kept))).Findings.Select(Name));
    }

    [Fact]
    public void Scans_lead_to_their_findings()
    {
        Succeed("Test-CisControl '1.9' | Save-CisFinding $args[0]", Store);
        Succeed("Test-CisControl '4.1' | Save-CisFinding $args[0]", Store);
        Assert.Equal(["4.1", "4.1", "4.1", "4.1", "1.9"], Succeed("Get-CisScan $args[0] | Get-CisFinding $args[0]", Store).Findings.Select(finding => finding.ControlId));
        Assert.Equal(["1.9"], Succeed("Get-CisFinding $args[0] -ScanId 1", Store).Findings.Select(finding => finding.ControlId));
        Assert.Equal(5, Succeed("Get-CisFinding $args[0] -Since 2020-01-01", Store).Findings.Count);
        Assert.Empty(Succeed("Get-CisFinding $args[0] -Since 2999-01-01", Store).Findings);
    }

    [Fact]
    public void PassThru_passes_the_findings_on_once_they_are_saved()
    {
        var run = Succeed("Test-CisControl '4.1' | Save-CisFinding $args[0] -PassThru", Store);
        Assert.Equal(4, run.Findings.Count);
        Assert.Equal(4, Succeed("Get-CisFinding $args[0]", Store).Findings.Count);
    }

    [Fact]
    public void A_pipeline_that_breaks_saves_nothing()
    {
        Session.Run("try { & { Test-CisControl '4.1'; throw 'broken' } | Save-CisFinding $args[0] } catch { }", Store);
        Assert.Empty(Succeed("Get-CisScan $args[0]", Store).Output);
        Assert.Empty(Succeed("@() | Save-CisFinding $args[0]", Store).Output);
        Assert.Empty(Succeed("Get-CisScan $args[0]", Store).Output);
    }

    [Fact]
    public async Task An_object_that_is_no_finding_ends_the_command_and_saves_nothing()
    {
        Assert.Equal(ErrorId.FindingInvalid, IdOf(await FailAsync("'text' | Save-CisFinding $args[0]", Store)));
        Assert.Empty(Succeed("Get-CisScan $args[0]", Store).Output);
    }

    [Theory]
    [InlineData("Get-CisFinding @/none.db", ErrorId.StoreNotFound)]
    [InlineData("Get-CisFinding @/none.json", ErrorId.FindingFileNotFound)]
    [InlineData("Get-CisScan @/none.db", ErrorId.StoreNotFound)]
    [InlineData("Get-CisScan @/text.db", ErrorId.StoreInvalid)]
    [InlineData("Get-CisFinding @/text.db", ErrorId.FindingFileInvalid)]
    [InlineData("Get-CisFinding @/report.json -ScanId 1", ErrorId.StoreInvalid)]
    [InlineData("Get-CisFinding @/report.json -ControlId x", ErrorId.ControlIdInvalid)]
    [InlineData("Compare-CisFinding -ReferenceScanId 1 -DifferenceScanId 2 -Path @/none.db", ErrorId.StoreNotFound)]
    public async Task What_cannot_be_read_is_one_clear_error(string command, string errorId)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "text.db"), "just some text that is no database", TestEnd);
        Written("report.json", JsonSerializer.Serialize(new[] { SampleFinding.Of("1.2") }));
        Assert.Equal(errorId, IdOf(await FailAsync(command.Replace("@", _folder, StringComparison.Ordinal))));
    }

    [Fact]
    public void Two_sets_are_compared_through_the_pipeline_and_from_a_store()
    {
        Succeed("Test-CisControl '4.1' | Save-CisFinding $args[0]", Store);
        Succeed("Test-CisControl '4.1' | Where-Object ResourceId -notlike '*sg-a' | Save-CisFinding $args[0]", Store);
        string[] expected = ["GoneResource sg-a", "StillFailing sg-b", "GoneResource sg-a", "StillFailing sg-b"];
        Assert.Equal(expected, Changes(Succeed("Compare-CisFinding -ReferenceScanId 1 -DifferenceScanId 2 -Path $args[0]", Store)));
        Assert.Equal(expected, Changes(Succeed("$before = Get-CisFinding $args[0] -ScanId 1; Get-CisFinding $args[0] -ScanId 2 | Compare-CisFinding $before", Store)));
        Assert.Equal(["New sg-a", "New sg-b", "New sg-a", "New sg-b"], Changes(Succeed("Compare-CisFinding @() (Test-CisControl '4.1')")));
        Assert.Empty(Succeed("Compare-CisFinding @() @()").Output);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Name(CisFinding finding) => $"{finding.ControlId} {finding.Region} {finding.ResourceId.Split('/')[^1]}";

    // Jobs and files lose the order of facts.
    private static string Text(CisFinding finding) => JsonSerializer.Serialize(finding with
    {
        FirstSeen = null,
        LastSeen = null,
        ChangeKind = null,
        Evidence = new SortedDictionary<string, object?>(finding.Evidence.ToDictionary(), StringComparer.Ordinal),
    });

    private static IEnumerable<string> Changes(ModuleRun run) =>
        run.Output.Select(item => Assert.IsType<CisFindingChange>(item.BaseObject)).Select(change => $"{change.Difference} {change.ResourceId.Split('/')[^1]}");

    private string Written(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
