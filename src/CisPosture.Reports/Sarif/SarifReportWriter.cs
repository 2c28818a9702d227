using System.Text.Json;

namespace CisPosture.Reports.Sarif;

/// <summary>Static Analysis Results Interchange Format 2.1.0: controls are rules, findings are results, resources are logical locations.</summary>
internal sealed class SarifReportWriter : IReportWriter
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string ToolName = "CisPosture";

    public ReportFormat Format => ReportFormat.Sarif;

    public void Write(Report report, Stream to)
    {
        var controls = ReportedControl.Of(report);
        using var json = new Utf8JsonWriter(to, JsonOutput.Indented);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, report, controls);
        WriteCircumstances(json, report);
        WriteResults(json, report, controls);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, Report report, IReadOnlyList<ReportedControl> controls)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ToolName);
        json.WriteString("version", report.ModuleVersion);
        json.WriteString("semanticVersion", report.ModuleVersion);
        json.WriteStartArray("rules");
        foreach (var control in controls)
        {
            WriteRule(json, control);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, ReportedControl control)
    {
        json.WriteStartObject();
        json.WriteString("id", control.Id);
        WriteMessage(json, "shortDescription", $"{control.Id} {control.Title}");
        WriteMessage(json, "fullDescription", $"{ReportedControl.Benchmark}, control {control.Id}: {control.Title}");
        if (control.Guidance is { } guidance)
        {
            WriteMessage(json, "help", guidance);
        }

        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", SarifLevels.Level(control.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteTexts("tags", control.Section is { } section ? ["security", "compliance", section] : ["security", "compliance"]);
        json.WriteString("security-severity", SarifLevels.Score(control.Severity));
        json.WriteString("severity", control.Severity);
        json.WriteOptional("securityControlId", control.SecurityControlId);
        json.WriteOptional("configRule", control.ConfigRule);
        json.WriteOptional("repairCommand", control.RepairCommand);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCircumstances(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("automationDetails");
        // The slash at the end says that all of it is the name of a series of runs, of which this is one.
        json.WriteString("id", $"cis-aws-foundations-benchmark/{BenchmarkCatalogue.Current.Version}/{string.Join("+", report.AccountIds)}/");
        WriteMessage(json, "description", report.Title);
        json.WriteEndObject();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteTime("startTimeUtc", report.ObservedFrom);
        json.WriteTime("endTimeUtc", report.CreatedAt);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("properties");
        json.WriteTexts("accountIds", report.AccountIds);
        json.WriteTexts("regions", report.Regions);
        json.WriteString("summary", report.Summary.Text);
        if (report.Summary.Score is { } score)
        {
            json.WriteNumber("score", score);
        }

        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, Report report, IReadOnlyList<ReportedControl> controls)
    {
        var rules = controls.Select((control, index) => (control.Id, index)).ToDictionary(rule => rule.Id, rule => rule.index, StringComparer.Ordinal);
        json.WriteStartArray("results");
        foreach (var finding in report.Findings)
        {
            WriteResult(json, finding, rules);
            json.FlushSome();
        }

        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, CisFinding finding, Dictionary<string, int> rules)
    {
        // 01.2 is the control 1.2, too.
        var id = finding.Control.ToString();
        var kind = SarifLevels.Kind(finding);
        json.WriteStartObject();
        json.WriteString("ruleId", id);
        json.WriteNumber("ruleIndex", rules[id]);
        json.WriteString("kind", kind);
        json.WriteString("level", kind == "fail" ? SarifLevels.Level(finding.Severity) : "none");
        WriteMessage(json, "message", finding.Reason);
        WriteLocation(json, finding);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("findingId/v1", finding.FindingId);
        json.WriteEndObject();
        WriteSuppressions(json, finding.Suppression);
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, CisFinding finding)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.ResourceId);
        json.WriteString("kind", "resource");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Written for every result: without it, nobody could tell what is not suppressed from what was never asked about.
    private static void WriteSuppressions(Utf8JsonWriter json, CisSuppression? suppression)
    {
        json.WriteStartArray("suppressions");
        if (suppression is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", suppression.Reason);
            json.WriteStartObject("properties");
            json.WriteOptional("owner", suppression.Owner);
            json.WriteString("expires", suppression.Expires);
            json.WriteString("path", suppression.Path);
            json.WriteNumber("line", suppression.Line);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, CisFinding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("status", finding.Status);
        json.WriteString("severity", finding.Severity);
        json.WriteString("reasonCode", finding.ReasonCode);
        json.WriteString("accountId", finding.AccountId);
        json.WriteString("region", finding.Region);
        json.WriteString("resourceType", finding.ResourceType);
        json.WriteTime("observedAt", finding.ObservedAt);
        json.WriteTime("firstSeen", finding.FirstSeen);
        json.WriteOptional("changeKind", finding.ChangeKind);
        json.WriteOptional("repairOutcome", finding.Repair?.Outcome);
        json.WriteTexts("notes", finding.Notes);
        json.WriteFacts("evidence", finding.Evidence);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", SarifText.Plain(text));
        json.WriteEndObject();
    }
}
