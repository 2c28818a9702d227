using System.Text.Json;

namespace CisPosture.Reports.Ocsf;

/// <summary>
/// Open Cybersecurity Schema Framework 1.5.0: an event of the class Compliance Finding for each finding, in one array, or one a line in a file
/// of JSON Lines.
/// </summary>
internal sealed class OcsfReportWriter : IReportWriter
{
    private const string SchemaVersion = "1.5.0";
    private const int CategoryUid = 2;
    private const int ClassUid = 2003;
    private const string ClassName = "Compliance Finding";
    private const string Product = "CisPosture";

    private static readonly byte[] LineEnd = [(byte)'\n'];

    public ReportFormat Format => ReportFormat.Ocsf;

    public void Write(Report report, Stream to)
    {
        var controls = ReportedControl.Of(report).ToDictionary(control => control.Id, StringComparer.Ordinal);
        if (report.FileExtension is ".jsonl" or ".ndjson")
        {
            WriteLines(report, controls, to);
        }
        else
        {
            WriteArray(report, controls, to);
        }
    }

    private static void WriteArray(Report report, Dictionary<string, ReportedControl> controls, Stream to)
    {
        using var json = new Utf8JsonWriter(to, JsonOutput.Indented);
        json.WriteStartArray();
        foreach (var finding in report.Findings)
        {
            WriteEvent(json, report, finding, controls);
            json.FlushSome();
        }

        json.WriteEndArray();
    }

    private static void WriteLines(Report report, Dictionary<string, ReportedControl> controls, Stream to)
    {
        using var json = new Utf8JsonWriter(to, JsonOutput.Compact);
        foreach (var finding in report.Findings)
        {
            json.Reset();
            WriteEvent(json, report, finding, controls);
            json.Flush();
            to.Write(LineEnd, 0, LineEnd.Length);
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, Report report, CisFinding finding, Dictionary<string, ReportedControl> controls)
    {
        var control = controls[finding.Control.ToString()];
        var activity = OcsfCodes.Activity(finding);
        json.WriteStartObject();
        json.WriteNumber("activity_id", activity.Id);
        json.WriteString("activity_name", activity.Caption);
        json.WriteNumber("category_uid", CategoryUid);
        json.WriteString("category_name", "Findings");
        json.WriteNumber("class_uid", ClassUid);
        json.WriteString("class_name", ClassName);
        json.WriteNumber("type_uid", (ClassUid * 100) + activity.Id);
        json.WriteString("type_name", $"{ClassName}: {activity.Caption}");
        json.WriteNumber("time", finding.ObservedAt.ToUnixTimeMilliseconds());
        WriteCode(json, "severity", OcsfCodes.Severity(finding));
        WriteCode(json, "status", OcsfCodes.Status(finding));
        json.WriteString("message", finding.Reason);
        json.WriteOptional("comment", finding.Suppression?.ToString());
        WriteMetadata(json, report, finding);
        WriteFindingInfo(json, finding, control);
        WriteCompliance(json, finding, control);
        WriteRemediation(json, finding);
        WriteResources(json, finding);
        WriteCloud(json, finding);
        WriteUnmapped(json, finding);
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Report report, CisFinding finding)
    {
        json.WriteStartObject("metadata");
        json.WriteString("version", SchemaVersion);
        json.WriteTexts("profiles", ["cloud"]);
        json.WriteString("event_code", finding.ReasonCode);
        json.WriteNumber("processed_time", report.CreatedAt.ToUnixTimeMilliseconds());
        WriteProduct(json, report);
        json.WriteEndObject();
    }

    private static void WriteProduct(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("product");
        json.WriteString("name", Product);
        json.WriteString("vendor_name", Product);
        json.WriteString("version", report.ModuleVersion);
        json.WriteEndObject();
    }

    private static void WriteFindingInfo(Utf8JsonWriter json, CisFinding finding, ReportedControl control)
    {
        json.WriteStartObject("finding_info");
        json.WriteString("uid", finding.FindingId);
        json.WriteString("title", $"{finding.ControlId} {finding.Title}");
        json.WriteString("desc", finding.Reason);
        json.WriteTexts("types", ["Software and Configuration Checks/Industry and Regulatory Standards/CIS AWS Foundations Benchmark"]);
        json.WriteNumber("created_time", (finding.FirstSeen ?? finding.ObservedAt).ToUnixTimeMilliseconds());
        json.WriteNumber("first_seen_time", (finding.FirstSeen ?? finding.ObservedAt).ToUnixTimeMilliseconds());
        json.WriteNumber("last_seen_time", (finding.LastSeen ?? finding.ObservedAt).ToUnixTimeMilliseconds());
        json.WriteStartObject("analytic");
        json.WriteString("uid", control.Id);
        json.WriteString("name", control.Title);
        json.WriteNumber("type_id", 1);
        json.WriteString("type", "Rule");
        json.WriteOptional("category", control.Section);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCompliance(Utf8JsonWriter json, CisFinding finding, ReportedControl control)
    {
        json.WriteStartObject("compliance");
        json.WriteString("control", control.SecurityControlId ?? control.Id);
        json.WriteTexts("standards", [ReportedControl.Benchmark]);
        json.WriteTexts("requirements", [$"{ReportedControl.Benchmark}/{control.Id}"]);
        WriteCode(json, "status", OcsfCodes.Compliance(finding));
        json.WriteString("status_code", finding.ReasonCode);
        json.WriteString("status_detail", finding.Reason);
        json.WriteEndObject();
    }

    private static void WriteRemediation(Utf8JsonWriter json, CisFinding finding)
    {
        if (finding.Verdict != FindingStatus.Passed && finding.Guidance.Length > 0)
        {
            json.WriteStartObject("remediation");
            json.WriteString("desc", finding.Guidance);
            json.WriteEndObject();
        }
    }

    private static void WriteResources(Utf8JsonWriter json, CisFinding finding)
    {
        json.WriteStartArray("resources");
        json.WriteStartObject();
        json.WriteString("uid", finding.ResourceId);
        json.WriteOptional("type", finding.ResourceType);
        json.WriteString("region", finding.Region);
        json.WriteString("cloud_partition", AwsPartition.Of(finding));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteCloud(Utf8JsonWriter json, CisFinding finding)
    {
        json.WriteStartObject("cloud");
        json.WriteString("provider", "AWS");
        json.WriteString("region", finding.Region);
        json.WriteString("cloud_partition", AwsPartition.Of(finding));
        json.WriteStartObject("account");
        json.WriteString("uid", finding.AccountId);
        json.WriteNumber("type_id", 10);
        json.WriteString("type", "AWS Account");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteUnmapped(Utf8JsonWriter json, CisFinding finding)
    {
        json.WriteStartObject("unmapped");
        json.WriteFacts("evidence", finding.Evidence);
        json.WriteTexts("notes", finding.Notes);
        json.WriteOptional("config_rule", finding.ConfigRule);
        json.WriteOptional("repair_command", finding.RepairCommand);
        json.WriteOptional("repair_outcome", finding.Repair?.Outcome);
        json.WriteOptional("change_kind", finding.ChangeKind);
        json.WriteOptional("suppression_owner", finding.Suppression?.Owner);
        json.WriteOptional("suppression_expires", finding.Suppression?.Expires);
        json.WriteEndObject();
    }

    private static void WriteCode(Utf8JsonWriter json, string name, (int Id, string Caption) code)
    {
        json.WriteNumber($"{name}_id", code.Id);
        json.WriteString(name, code.Caption);
    }
}
