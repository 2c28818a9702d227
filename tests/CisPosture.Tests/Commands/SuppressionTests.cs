using System.Management.Automation;
using System.Text.Json;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Commands;

/// <summary>Rules that accept findings, a baseline of findings that were known, and a severity that fails the command.</summary>
public sealed class SuppressionTests : CommandTests
{
    private const string Json = """
        [
          { "control": "4.1", "resource": "*/sg-a", "reason": "A bastion.", "owner": "net",
            "expires": "never" }
        ]
        """;

    private const string Yaml = """
        suppressions:

          - control: 4.1
            resource: "*/sg-a"
            reason: A bastion.
            owner: net
            expires: never
        """;

    private const string DataFile = """
        # Accepted.
        @{
            Suppressions = @(
                @{
                    Control  = 4.1
                    Resource = '*/sg-a'
                    Reason   = 'A bastion.'
                    Owner    = 'net'
                    Expires  = 'never'
                }
            )
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("CisPosture").FullName;

    [Theory]
    [InlineData("rules.json", Json, 2)]
    [InlineData("rules.yaml", Yaml, 3)]
    [InlineData("rules.yml", Yaml, 3)]
    [InlineData("rules.psd1", DataFile, 4)]
    public void Accepted_findings_keep_their_status_and_leave_the_score(string name, string rules, int line)
    {
        var path = Written(name, rules);
        var run = Succeed("Test-CisControl '4.1' -SuppressionPath $args[0]", path);
        Assert.Equal(["sg-a", "sg-a"], run.Findings.Where(finding => finding.Suppression is not null).Select(finding => finding.ResourceId.Split('/')[^1]));
        Assert.All(run.Findings, finding => Assert.Equal("Failed", finding.Status));
        Assert.Equal(
            new CisSuppression { Reason = "A bastion.", Owner = "net", Expires = "never", Path = path, Line = line },
            run.Findings.First(finding => finding.Suppression is not null).Suppression);
        Assert.Empty(run.Errors);

        var summary = Assert.IsType<CisSummary>(Assert.Single(Succeed("Test-CisControl '4.1' -SuppressionPath $args[0] | Measure-CisFinding", path).Output).BaseObject);
        Assert.Equal((2, 2), (summary.SuppressedFindings, summary.FindingsByStatus["Failed"]));
    }

    [Fact]
    public void A_number_in_a_data_file_is_taken_as_it_is_written()
    {
        var path = Written("rules.psd1", "@{ Suppressions = @{ Control = 1.20, 4.1; Reason = 'x'; Expires = 'never' } }");
        Assert.All(Succeed("Test-CisControl '4.1' -SuppressionPath $args[0]", path).Findings, finding => Assert.NotNull(finding.Suppression));
    }

    [Theory]
    [InlineData("@{ Suppressions = @( @{ Control = $(New-Item $env:CISPOSTURE_MARK) } ) }", 1)]
    [InlineData("@{ Suppressions = @(\n @{ Control = (Get-Date); Reason = 'x'; Expires = 'never' }\n) }", 2)]
    [InlineData("@{ Suppressions = @(\n @{ Control = '4.1'; Reason = \"$HOME\"; Expires = 'never' }\n) }", 2)]
    [InlineData("@{ Suppressions =\n @( }", 2)]
    [InlineData("@{ Other = @() }", 1)]
    [InlineData("Get-ChildItem", 1)]
    [InlineData("", 1)]
    public async Task A_data_file_is_never_run_and_named_with_the_line(string rules, int line)
    {
        var error = await FailAsync("Test-CisControl '4.1' -SuppressionPath $args[0]", Written("rules.psd1", rules));
        Assert.Equal((ErrorId.SuppressionFileInvalid, ErrorCategory.InvalidData), (IdOf(error), error.CategoryInfo.Category));
        Assert.Contains($"At line {line}: ", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Gateway.Connections);
    }

    [Fact]
    public void A_rule_that_expired_yesterday_accepts_nothing_and_is_named_with_file_line_and_owner()
    {
        var yesterday = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var path = Written("rules.yaml", Yaml.Replace("never", yesterday, StringComparison.Ordinal));
        var run = Succeed("Test-CisControl '4.1' -SuppressionPath $args[0] 3>&1", path);
        Assert.All(run.Findings, finding => Assert.Null(finding.Suppression));
        Assert.Equal(
            $"Suppression {path}:3 (owner: net) expired on {yesterday}; what it accepted counts again. Mend it, or set a new day.",
            Assert.Single(Warnings(run)));
        Assert.Equal(ErrorId.FindingsFailed, IdOf(Session.Run("try { Test-CisControl '4.1' -SuppressionPath $args[0] -FailOn High } catch { throw }", path).Failure));
    }

    [Fact]
    public void A_rule_with_a_fault_is_one_error_with_its_line_and_the_others_are_applied()
    {
        var path = Written("rules.yaml", Yaml + "\n  - control: 4.1\n    reason: x\n    expires: soon\n");
        var run = Succeed("Test-CisControl '4.1' -SuppressionPath $args[0]", path);
        var error = Assert.Single(run.Errors);
        Assert.Equal((ErrorId.SuppressionInvalid, (object)path), (IdOf(error), error.TargetObject));
        Assert.Contains($"{path}:10 is not applied: expires is 'soon'", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, run.Findings.Count(finding => finding.Suppression is not null));
    }

    [Fact]
    public void A_rule_that_accepts_nothing_is_named_once_all_is_judged()
    {
        var path = Written("rules.yaml", Yaml.Replace("sg-a", "sg-z", StringComparison.Ordinal));
        Assert.Contains($"{path}:3 (owner: net) accepts nothing", Assert.Single(Warnings(Succeed("Test-CisControl '4.1' -SuppressionPath $args[0] 3>&1", path))), StringComparison.Ordinal);

        // Of a control that was not judged nothing is known.
        Assert.Empty(Warnings(Succeed("Test-CisControl '1.9' -SuppressionPath $args[0] 3>&1", path)));
    }

    [Theory]
    [InlineData("rules.txt", "x", ErrorId.SuppressionFileInvalid)]
    [InlineData("none.json", null, ErrorId.SuppressionFileNotFound)]
    [InlineData("rules.json", "[", ErrorId.SuppressionFileInvalid)]
    public async Task A_file_of_rules_that_cannot_be_read_ends_the_command_before_anything_is_sent(string name, string? rules, string errorId)
    {
        var path = rules is null ? Path.Combine(_folder, name) : Written(name, rules);
        Assert.Equal(errorId, IdOf(await FailAsync("Test-CisControl -SuppressionPath $args[0]", path)));
        Assert.Empty(Gateway.Connections);
    }

    [Theory]
    [InlineData("High", true)]
    [InlineData("Medium", true)]
    [InlineData("Critical", false)]
    public void FailOn_fails_after_all_findings_where_one_is_grave_enough(string severity, bool fails)
    {
        var run = Session.Run($"try {{ Test-CisControl '4.1' -FailOn {severity} }} catch {{ $_ }}");
        Assert.Equal(4, run.Findings.Count);
        var failure = run.Output.Select(item => item.BaseObject).OfType<ErrorRecord>().SingleOrDefault();
        Assert.Equal(fails, failure is not null);
        if (failure is not null)
        {
            Assert.Equal((ErrorId.FindingsFailed, ErrorCategory.InvalidResult), (IdOf(failure), failure.CategoryInfo.Category));
            Assert.StartsWith($"4 findings of severity {severity} or above failed: 4 High.", failure.Exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_suppressed_fails_neither_FailOn_nor_Quiet()
    {
        var path = Written("rules.yaml", Yaml.Replace("*/sg-a", "*", StringComparison.Ordinal));
        Assert.Equal(4, Succeed("Test-CisControl '4.1' -FailOn Low -SuppressionPath $args[0]", path).Findings.Count);
        Assert.Equal(true, Assert.Single(Succeed("Test-CisControl '4.1' -Quiet -SuppressionPath $args[0]", path).Output).BaseObject);
        Assert.Equal(false, Assert.Single(Succeed("Test-CisControl '4.1' -Quiet").Output).BaseObject);
    }

    [Fact]
    public void With_a_baseline_only_new_findings_fail()
    {
        var known = Succeed("Test-CisControl '4.1'").Findings;
        var old = Written("old.json", JsonSerializer.Serialize(known));
        var same = Succeed("Test-CisControl '4.1' -FailOn High -Baseline $args[0]", old).Findings;
        Assert.All(same, finding => Assert.Equal("Unchanged", finding.ChangeKind));

        var fewer = Written("fewer.json", JsonSerializer.Serialize(known.Skip(1)));
        var failure = Session.Run("try { Test-CisControl '4.1' -FailOn High -Baseline $args[0] } catch { throw }", fewer).Failure;
        Assert.StartsWith("1 new finding of severity High or above failed: 1 High.", failure!.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["New", "Unchanged", "Unchanged", "Unchanged"], Succeed("Test-CisControl '4.1' -Baseline $args[0]", fewer).Findings.Select(finding => finding.ChangeKind));
    }

    [Fact]
    public async Task A_snapshot_is_no_baseline()
    {
        var path = Path.Combine(_folder, "snapshot.json");
        Succeed("Export-CisSnapshot $args[0]", path);
        var error = await FailAsync("Test-CisControl '4.1' -Baseline $args[0]", path);
        Assert.Equal(ErrorId.FindingFileInvalid, IdOf(error));
        Assert.Contains("Test-CisControl -SnapshotPath", error.Exception.Message, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static IReadOnlyList<string> Warnings(ModuleRun run) => [.. run.Output.Select(item => item.BaseObject).OfType<WarningRecord>().Select(warning => warning.Message)];

    private string Written(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
