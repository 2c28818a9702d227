using System.Text.Json.Nodes;
using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Sarif;
using CisPosture.Reports.Tests.Support;
using CsCheck;
using Json.Schema;

namespace CisPosture.Reports.Tests.Sarif;

public sealed class SarifReportTests
{
    private static readonly JsonSchema Schema = JsonSchemas.Read("sarif-2.1.0.json");

    [Fact]
    public void Any_findings_are_valid_by_the_schema_of_the_format() => NastyFindings.Any.List[0, 4].Sample(
        findings => JsonSchemas.Hold(Schema, Support.Reports.Text(ReportFormat.Sarif, findings)), iter: 50);

    [Fact]
    public void The_schema_finds_fault_with_what_is_not_SARIF()
    {
        var log = JsonNode.Parse(Support.Reports.Text(ReportFormat.Sarif, SampleFindings.Of("1.2")))!;
        log["runs"]![0]!["results"]![0]!["kind"] = "broken";
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => JsonSchemas.Hold(Schema, log.ToJsonString()));
    }

    [Theory]
    [InlineData("Failed", ReasonCode.NonCompliant, "fail", "warning")]
    [InlineData("Passed", ReasonCode.Compliant, "pass", "none")]
    [InlineData("Warning", ReasonCode.LogGroupCrossAccount, "review", "none")]
    [InlineData("NotAvailable", ReasonCode.AccessDenied, "open", "none")]
    [InlineData("NotAvailable", ReasonCode.RegionNotEnabled, "open", "none")]
    [InlineData("NotAvailable", ReasonCode.ControlNotSupportedInRegion, "notApplicable", "none")]
    [InlineData("NotAvailable", ReasonCode.NotApplicable, "notApplicable", "none")]
    public void Statuses_are_kinds_and_only_what_fails_has_a_level(string status, string reasonCode, string kind, string level)
    {
        var result = Result(SampleFindings.Of("1.2", status) with { ReasonCode = reasonCode });
        Assert.Equal((kind, level), (Text(result, "kind"), Text(result, "level")));
    }

    [Theory]
    [InlineData("Critical", "error", "9.5")]
    [InlineData("High", "error", "8.0")]
    [InlineData("Medium", "warning", "5.5")]
    [InlineData("Low", "note", "2.0")]
    public void Severities_are_levels(string severity, string level, string score) =>
        Assert.Equal((level, score), (SarifLevels.Level(severity), SarifLevels.Score(severity)));

    [Fact]
    public void A_result_names_its_rule_its_resource_and_a_fingerprint_that_stays()
    {
        var findings = new[] { SampleFindings.Of("4.1", resourceId: "arn:aws:ec2:us-east-1:111122223333:security-group/sg-1"), SampleFindings.Of("1.20", "Passed") };
        var run = Run(findings);
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.Equal(["1.20", "4.1"], rules.Select(rule => Text(rule!, "id")));
        var result = run["results"]![0]!;
        Assert.Equal(("4.1", 1), (Text(result, "ruleId"), result["ruleIndex"]!.GetValue<int>()));
        Assert.Equal(findings[0].ResourceId, Text(result["locations"]![0]!["logicalLocations"]![0]!, "fullyQualifiedName"));
        Assert.Equal(findings[0].FindingId, Text(result["partialFingerprints"]!, "findingId/v1"));
        Assert.Equal(BenchmarkCatalogue.Current["4.1"].Guidance, Text(rules[1]!["help"]!, "text"));
        Assert.Equal("cis-aws-foundations-benchmark/1.2.0/111122223333/", Text(run["automationDetails"]!, "id"));
        Assert.Equal("2026-06-15T12:00:00.000Z", Text(run["invocations"]![0]!, "startTimeUtc"));
    }

    [Fact]
    public void A_suppression_is_told_with_its_reason_and_its_absence_is_told_too()
    {
        var suppression = new CisSuppression { Reason = "Bastion.", Owner = "net", Expires = "2026-12-31", Path = "rules.yaml", Line = 3 };
        var suppressed = Result(SampleFindings.Of("4.1") with { Suppression = suppression });
        var told = Assert.Single(suppressed["suppressions"]!.AsArray())!;
        Assert.Equal(("external", "accepted", "Bastion."), (Text(told, "kind"), Text(told, "status"), Text(told, "justification")));
        Assert.Equal(("net", "2026-12-31"), (Text(told["properties"]!, "owner"), Text(told["properties"]!, "expires")));
        Assert.Equal("fail", Text(suppressed, "kind"));
        Assert.Empty(Result(SampleFindings.Of("4.1"))["suppressions"]!.AsArray());
    }

    [Theory]
    [InlineData("[click](javascript:alert(1))", @"\[click\](javascript:alert(1))")]
    [InlineData(@"a\[b](c)", @"a\\\[b\](c)")]
    [InlineData("user[1] and {0}", "user[1] and {{0}}")]
    [InlineData(@"c:\path", @"c:\path")]
    [InlineData("{ $.errorCode = \"x\" }", "{ $.errorCode = \"x\" }")]
    [InlineData(" ", "No reason was given.")]
    public void Texts_are_no_links_and_have_no_places_to_fill(string text, string expected) => Assert.Equal(expected, SarifText.Plain(text));

    [Fact]
    public void A_control_of_another_edition_is_a_rule_as_far_as_it_is_known()
    {
        var run = Run(SampleFindings.Of("9.99"));
        Assert.Equal("9.99", Text(run["tool"]!["driver"]!["rules"]![0]!, "id"));
    }

    [Fact]
    public void Evidence_is_told_as_it_is()
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Count"] = 3, ["Names"] = new[] { "a", "b" }, ["IsSet"] = false, ["Nothing"] = null, ["Share"] = 0.5 };
        var evidence = Result(SampleFindings.Of("1.2") with { Evidence = facts })["properties"]!["evidence"]!;
        Assert.Equal("""{"Count":3,"Names":["a","b"],"IsSet":false,"Nothing":null,"Share":0.5}""", evidence.ToJsonString());
    }

    private static JsonNode Run(params CisFinding[] findings) => JsonNode.Parse(Support.Reports.Text(ReportFormat.Sarif, findings))!["runs"]![0]!;

    private static JsonNode Result(CisFinding finding) => Assert.Single(Run(finding)["results"]!.AsArray())!;

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
