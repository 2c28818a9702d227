using System.Text;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>What the AWS Security Finding Format asks of a finding that a provider imports.</summary>
internal static class FindingFormat
{
    public static readonly IReadOnlyList<string> SeverityLabels = ["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"];
    public static readonly IReadOnlyList<string> WorkflowStatuses = ["NEW", "NOTIFIED", "RESOLVED", "SUPPRESSED"];
    public static readonly IReadOnlyList<string> VerificationStates = ["UNKNOWN", "TRUE_POSITIVE", "FALSE_POSITIVE", "BENIGN_POSITIVE"];

    private const int MostBytes = 240 * 1024;
    private const int LongestNote = 512;

    private static readonly IReadOnlySet<string> Members = new HashSet<string>(StringComparer.Ordinal)
    {
        "SchemaVersion", "Id", "ProductArn", "ProductName", "CompanyName", "Region", "GeneratorId", "AwsAccountId", "AwsAccountName", "Types", "FirstObservedAt", "LastObservedAt", "CreatedAt",
        "UpdatedAt", "Severity", "Confidence", "Criticality", "Title", "Description", "Remediation", "SourceUrl", "ProductFields", "UserDefinedFields", "Malware", "Network", "NetworkPath",
        "Process", "Threats", "ThreatIntelIndicators", "Resources", "Compliance", "VerificationState", "WorkflowState", "Workflow", "RecordState", "RelatedFindings", "Note",
        "Vulnerabilities", "PatchSummary", "Action", "FindingProviderFields", "Sample", "GeneratorDetails", "Detection", "ProcessedAt",
    };

    private static readonly IReadOnlyList<string> TypeNamespaces =
        ["Software and Configuration Checks", "TTPs", "Effects", "Unusual Behaviors", "Sensitive Data Identifications"];

    /// <summary>What is wrong, in one sentence; null where nothing is.</summary>
    public static string? Problem(JsonObject finding)
    {
        if (Encoding.UTF8.GetByteCount(finding.ToJsonString()) > MostBytes) return "Finding size exceeded 240 KB";
        var check = new FormatCheck();
        CheckFinding(check, finding);
        return check.Faults.Count == 0 ? null : $"Finding does not adhere to Amazon Finding Format. {string.Join(", ", check.Faults)}.";
    }

    private static void CheckFinding(FormatCheck check, JsonObject finding)
    {
        check.Required(finding, "data", "SchemaVersion", "Id", "ProductArn", "GeneratorId", "AwsAccountId", "CreatedAt", "UpdatedAt", "Title", "Description", "Resources");
        if (finding["Severity"] is null && finding["FindingProviderFields"] is null)
        {
            check.Faults.Add("data should have required property 'FindingProviderFields', data should match some schema in anyOf");
        }

        check.Known(finding, "data", Members);
        check.OneOf(finding["SchemaVersion"], "data.SchemaVersion", "2018-10-08");
        CheckTexts(check, finding);
        CheckTimes(check, finding);
        CheckSeverity(check, finding["Severity"], "data.Severity");
        CheckTypes(check, finding["Types"], "data.Types");
        CheckProviderFields(check, finding["FindingProviderFields"]);
        CheckResources(check, finding["Resources"]);
        CheckCompliance(check, finding["Compliance"]);
        CheckInvestigation(check, finding);
        check.Map(finding["ProductFields"], "data.ProductFields", most: 50, key: 128, length: 2048);
        check.OneOf(finding["RecordState"], "data.RecordState", "ACTIVE", "ARCHIVED");
        if (check.Object(check.Object(finding["Remediation"], "data.Remediation")?["Recommendation"], "data.Remediation.Recommendation") is { } recommendation)
        {
            check.Text(recommendation["Text"], "data.Remediation.Recommendation.Text", 512);
            check.Text(recommendation["Url"], "data.Remediation.Recommendation.Url", 2048);
        }
    }

    private static void CheckTexts(FormatCheck check, JsonObject finding)
    {
        check.Text(finding["Id"], "data.Id", 512);
        check.Text(finding["ProductArn"], "data.ProductArn", 2048, 12);
        check.Text(finding["ProductName"], "data.ProductName", 128);
        check.Text(finding["CompanyName"], "data.CompanyName", 128);
        check.Text(finding["Region"], "data.Region", 16);
        check.Text(finding["GeneratorId"], "data.GeneratorId", 512);
        check.Text(finding["AwsAccountId"], "data.AwsAccountId", 12, 12);
        check.Text(finding["Title"], "data.Title", 256);
        check.Text(finding["Description"], "data.Description", 1024);
        check.Text(finding["SourceUrl"], "data.SourceUrl", 2048);
        check.Whole(finding["Confidence"], "data.Confidence", 0, 100);
        check.Whole(finding["Criticality"], "data.Criticality", 0, 100);
    }

    private static void CheckTimes(FormatCheck check, JsonObject finding)
    {
        foreach (var name in (string[])["FirstObservedAt", "LastObservedAt", "CreatedAt", "UpdatedAt"]) check.Time(finding[name], $"data.{name}");
    }

    private static void CheckSeverity(FormatCheck check, JsonNode? value, string path)
    {
        if (check.Object(value, path) is not { } severity) return;
        if (severity["Label"] is null && severity["Normalized"] is null) check.Faults.Add($"{path} should have required property 'Label', {path} should match some schema in anyOf");
        check.OneOf(severity["Label"], $"{path}.Label", SeverityLabels);
        check.Whole(severity["Normalized"], $"{path}.Normalized", 0, 100);
        check.Text(severity["Original"], $"{path}.Original", 64);
    }

    private static void CheckTypes(FormatCheck check, JsonNode? value, string path)
    {
        check.Texts(value, path, most: 50, length: 512);
        var texts = (value as JsonArray ?? []).Select(type => type?.ToString() ?? "");
        if (texts.Any(type => !TypeNamespaces.Contains(type.Split('/')[0], StringComparer.Ordinal))) check.Faults.Add($"{path} should match pattern");
    }

    private static void CheckProviderFields(FormatCheck check, JsonNode? value)
    {
        if (check.Object(value, "data.FindingProviderFields") is not { } fields) return;
        check.Known(fields, "data.FindingProviderFields", new HashSet<string>(["Confidence", "Criticality", "RelatedFindings", "Severity", "Types"], StringComparer.Ordinal));
        CheckTypes(check, fields["Types"], "data.FindingProviderFields.Types");
        check.Whole(fields["Confidence"], "data.FindingProviderFields.Confidence", 0, 100);
        check.Whole(fields["Criticality"], "data.FindingProviderFields.Criticality", 0, 100);
        if (check.Object(fields["Severity"], "data.FindingProviderFields.Severity") is not { } severity) return;
        check.OneOf(severity["Label"], "data.FindingProviderFields.Severity.Label", SeverityLabels);
        check.Text(severity["Original"], "data.FindingProviderFields.Severity.Original", 64);
    }

    private static void CheckResources(FormatCheck check, JsonNode? value)
    {
        foreach (var (resource, path) in check.Objects(value, "data.Resources", most: 32, least: 1))
        {
            check.Required(resource, path, "Type", "Id");
            check.Text(resource["Type"], $"{path}.Type", 256);
            check.Text(resource["Id"], $"{path}.Id", 512);
            check.Text(resource["Region"], $"{path}.Region", 16);
            check.OneOf(resource["Partition"], $"{path}.Partition", "aws", "aws-cn", "aws-us-gov");
            check.Map(resource["Tags"], $"{path}.Tags", most: 50, key: 128, length: 256);
            check.Map(check.Object(resource["Details"], $"{path}.Details")?["Other"], $"{path}.Details.Other", most: 50, key: 128, length: 1024);
        }
    }

    private static void CheckCompliance(FormatCheck check, JsonNode? value)
    {
        if (check.Object(value, "data.Compliance") is not { } compliance) return;
        check.OneOf(compliance["Status"], "data.Compliance.Status", "PASSED", "WARNING", "FAILED", "NOT_AVAILABLE");
        check.Texts(compliance["RelatedRequirements"], "data.Compliance.RelatedRequirements", most: 32, length: 64);
        foreach (var (reason, path) in check.Objects(compliance["StatusReasons"], "data.Compliance.StatusReasons", most: 50))
        {
            check.Required(reason, path, "ReasonCode");
            check.Text(reason["ReasonCode"], $"{path}.ReasonCode", 128);
            check.Text(reason["Description"], $"{path}.Description", 1024);
        }
    }

    private static void CheckInvestigation(FormatCheck check, JsonObject finding)
    {
        check.OneOf(finding["VerificationState"], "data.VerificationState", VerificationStates);
        check.OneOf(check.Object(finding["Workflow"], "data.Workflow")?["Status"], "data.Workflow.Status", WorkflowStatuses);
        check.Map(finding["UserDefinedFields"], "data.UserDefinedFields", most: 50, key: 128, length: 1024);
        if (check.Object(finding["Note"], "data.Note") is not { } note) return;
        check.Required(note, "data.Note", "Text", "UpdatedBy", "UpdatedAt");
        check.Text(note["Text"], "data.Note.Text", LongestNote);
        check.Text(note["UpdatedBy"], "data.Note.UpdatedBy", LongestNote);
        check.Time(note["UpdatedAt"], "data.Note.UpdatedAt");
    }
}
