using System.Text.Json;
using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;
using CsCheck;
using Json.Schema;

namespace CisPosture.Reports.Tests.Ocsf;

public sealed class OcsfReportTests
{
    private static readonly JsonSchema Schema = JsonSchemas.Read("ocsf-1.5.0-compliance-finding.json");

    [Fact]
    public void Any_findings_are_events_as_the_schema_has_them() => NastyFindings.Any.List[0, 4].Sample(findings =>
    {
        using var events = JsonDocument.Parse(Support.Reports.Text(ReportFormat.Ocsf, findings));
        Assert.Equal(findings.Count, events.RootElement.GetArrayLength());
        foreach (var element in events.RootElement.EnumerateArray())
        {
            JsonSchemas.Hold(Schema, element);
        }
    }, iter: 50);

    [Theory]
    [InlineData(".jsonl")]
    [InlineData(".ndjson")]
    public void A_file_of_JSON_Lines_has_one_event_a_line(string extension) => NastyFindings.Any.List[0, 3].Sample(findings =>
    {
        var text = Support.Reports.Text(ReportFormat.Ocsf, Support.Reports.Of(findings) with { FileExtension = extension });
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(findings.Count, lines.Length);
        Assert.All(lines, line => JsonSchemas.Hold(Schema, line));
    }, iter: 20);

    [Theory]
    [InlineData("Passed", 1, "Pass", 4, 1)]
    [InlineData("Failed", 3, "Fail", 1, 3)]
    [InlineData("Warning", 2, "Warning", 1, 3)]
    [InlineData("NotAvailable", 99, "NotAvailable", 1, 3)]
    public void Statuses_keep_their_meaning(string status, int compliance, string caption, int life, int severity)
    {
        var told = Event(SampleFindings.Of("1.2", status));
        Assert.Equal((compliance, caption), (Number(told, "compliance", "status_id"), Text(told, "compliance", "status")));
        Assert.Equal((life, severity), (Number(told, "status_id"), Number(told, "severity_id")));
    }

    [Fact]
    public void A_suppressed_finding_is_suppressed_and_still_fails()
    {
        var told = Event(SampleFindings.Of("4.1") with { Suppression = new CisSuppression { Reason = "Bastion.", Expires = "never", Path = "rules.yaml", Line = 1 } });
        Assert.Equal((3, "Suppressed", 3), (Number(told, "status_id"), Text(told, "status"), Number(told, "compliance", "status_id")));
        Assert.Equal("Bastion. (until never)", Text(told, "comment"));
    }

    [Theory]
    [InlineData(null, 200301)]
    [InlineData("New", 200301)]
    [InlineData("Reopened", 200302)]
    [InlineData("Unchanged", 200302)]
    [InlineData("Resolved", 200303)]
    public void What_became_of_a_finding_is_the_activity(string? change, int type) =>
        Assert.Equal(type, Number(Event(SampleFindings.Of("1.2") with { ChangeKind = change }), "type_uid"));

    [Fact]
    public void A_finding_is_found_again_by_its_id_control_account_and_resource()
    {
        var finding = SampleFindings.Of("4.1", resourceId: "arn:aws-cn:ec2:cn-north-1:111122223333:security-group/sg-1", region: "cn-north-1") with { FirstSeen = SampleFindings.Now.AddDays(-3) };
        var told = Event(finding);
        Assert.Equal(finding.FindingId, Text(told, "finding_info", "uid"));
        Assert.Equal(finding.ResourceId, told.GetProperty("resources")[0].GetProperty("uid").GetString());
        Assert.Equal(("111122223333", "cn-north-1", "aws-cn"), (Text(told, "cloud", "account", "uid"), Text(told, "cloud", "region"), Text(told, "cloud", "cloud_partition")));
        Assert.Equal(BenchmarkCatalogue.Current["4.1"].SecurityControlId, Text(told, "compliance", "control"));
        Assert.Equal("CIS AWS Foundations Benchmark v1.2.0/4.1", told.GetProperty("compliance").GetProperty("requirements")[0].GetString());
        Assert.Equal(finding.ObservedAt.ToUnixTimeMilliseconds(), told.GetProperty("time").GetInt64());
        Assert.Equal(finding.FirstSeen.Value.ToUnixTimeMilliseconds(), told.GetProperty("finding_info").GetProperty("first_seen_time").GetInt64());
    }

    private static JsonElement Event(CisFinding finding)
    {
        using var events = JsonDocument.Parse(Support.Reports.Text(ReportFormat.Ocsf, finding));
        return Assert.Single(events.RootElement.EnumerateArray().Select(element => element.Clone()));
    }

    private static string? Text(JsonElement element, params string[] path) => At(element, path).GetString();

    private static int Number(JsonElement element, params string[] path) => At(element, path).GetInt32();

    private static JsonElement At(JsonElement element, string[] path) => path.Aggregate(element, (current, name) => current.GetProperty(name));
}
