using System.Text.RegularExpressions;
using CisPosture.Core.Tests.Findings;
using CisPosture.Suppressions;

namespace CisPosture.Reports.Tests.SuppressionTemplates;

public sealed partial class SuppressionTemplateTests
{
    private static readonly Regex EmptyReason =
        new("""(?<before>^\s*"?reason"?: )"" *""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(10));

    public static TheoryData<string> Extensions => [".json", ".yaml", ".yml"];

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Unfilled_no_rule_is_applied_and_each_is_named_with_its_line(string extension)
    {
        CisFinding[] findings = [SampleFindings.Of("4.1", resourceId: "sg-1"), SampleFindings.Of("1.2", resourceId: "alice")];
        var text = Draft(extension, findings);
        var rules = Read(extension, text);
        Assert.Equal(LinesOf(text, "reason"), rules.Problems.Select(problem => problem.Line));
        Assert.All(rules.Problems, problem => Assert.Contains("reason is empty", problem.Message, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.Null(rules.Apply(finding, Support.Reports.Now).Suppression));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Filled_each_rule_accepts_its_finding_and_no_other(string extension)
    {
        CisFinding[] findings = [SampleFindings.Of("4.1", resourceId: "sg-1"), SampleFindings.Of("4.1", resourceId: "sg-2", region: "eu-west-1"), SampleFindings.Of("1.20", "Failed")];
        var rules = Read(extension, Filled(Draft(extension, findings)));
        Assert.Empty(rules.Problems);
        Assert.All(findings, finding => Assert.Equal("because", rules.Apply(finding, Support.Reports.Now).Suppression?.Reason));
        Assert.Null(rules.Apply(SampleFindings.Of("4.1", resourceId: "sg-2"), Support.Reports.Now).Suppression);
        Assert.Null(rules.Apply(SampleFindings.Of("1.2"), Support.Reports.Now).Suppression);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void The_rules_hold_for_ninety_days(string extension)
    {
        var finding = SampleFindings.Of("4.1");
        var rules = Read(extension, Filled(Draft(extension, finding)));
        Assert.NotNull(rules.Apply(finding, Support.Reports.Now.AddDays(90)).Suppression);
        Assert.Null(rules.Apply(finding, Support.Reports.Now.AddDays(91)).Suppression);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Only_what_failed_and_is_not_accepted_has_a_rule(string extension)
    {
        var suppressed = SampleFindings.Of("4.2") with { Suppression = new CisSuppression { Reason = "x", Expires = "never", Path = "rules.yaml", Line = 1 } };
        var text = Draft(extension, SampleFindings.Of("1.5", "Passed"), SampleFindings.Of("1.2", "NotAvailable"), SampleFindings.Of("1.3", "Warning"), suppressed);
        Assert.Empty(LinesOf(text, "reason"));
        Assert.Empty(Read(extension, text).Problems);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_name_that_would_stand_for_others_is_left_out_and_told_of(string extension)
    {
        var text = Draft(extension, SampleFindings.Of("4.1", resourceId: "sg-*"), SampleFindings.Of("4.1", resourceId: "sg-?"), SampleFindings.Of("4.1", resourceId: "sg-1"));
        Assert.Single(LinesOf(text, "reason"));
        Assert.Contains("2 failed findings are left out", text, StringComparison.Ordinal);
    }

    // A name that no text file can hold is written out, and stands for no resource; the reader takes no spaces around a name.
    private static bool IsNameable(string name) => name.IndexOfAny(['*', '?']) < 0 && VisibleText.Of(name) == name && name.Trim() == name;

    private static string Draft(string extension, params CisFinding[] findings) =>
        Support.Reports.Text(ReportFormat.SuppressionTemplate, Support.Reports.Of(findings) with { FileExtension = extension });

    private static string Filled(string text) => EmptyReason.Replace(text, "${before}\"because\"");

    private static IEnumerable<int> LinesOf(string text, string field) =>
        text.Split('\n').Index().Where(line => line.Item.TrimStart(' ', '-', '"').StartsWith($"{field}", StringComparison.Ordinal) && line.Item.Contains("\"\"", StringComparison.Ordinal)).Select(line => line.Index + 1);

    private static SuppressionSet Read(string extension, string text) => SuppressionRuleReader.Read(
        "rules" + extension,
        extension == ".json" ? JsonSuppressions.Read("rules.json", text) : YamlSuppressions.Read("rules.yaml", text));
}
