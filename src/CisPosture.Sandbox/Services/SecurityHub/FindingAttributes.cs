using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>Where the attributes that GetFindings filters and sorts by stand in a finding.</summary>
internal static class FindingAttributes
{
    public static readonly IReadOnlyDictionary<string, string> Texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ProductArn"] = "ProductArn",
        ["AwsAccountId"] = "AwsAccountId",
        ["Id"] = "Id",
        ["GeneratorId"] = "GeneratorId",
        ["Region"] = "Region",
        ["Type"] = "Types",
        ["SeverityLabel"] = "Severity.Label",
        ["Title"] = "Title",
        ["Description"] = "Description",
        ["RecommendationText"] = "Remediation.Recommendation.Text",
        ["ProductName"] = "ProductName",
        ["CompanyName"] = "CompanyName",
        ["ResourceType"] = "Resources.Type",
        ["ResourceId"] = "Resources.Id",
        ["ResourcePartition"] = "Resources.Partition",
        ["ResourceRegion"] = "Resources.Region",
        ["ComplianceStatus"] = "Compliance.Status",
        ["ComplianceSecurityControlId"] = "Compliance.SecurityControlId",
        ["ComplianceAssociatedStandardsId"] = "Compliance.AssociatedStandards.StandardsId",
        ["VerificationState"] = "VerificationState",
        ["WorkflowStatus"] = "Workflow.Status",
        ["RecordState"] = "RecordState",
        ["NoteText"] = "Note.Text",
        ["NoteUpdatedBy"] = "Note.UpdatedBy",
        ["FindingProviderFieldsSeverityLabel"] = "FindingProviderFields.Severity.Label",
        ["FindingProviderFieldsTypes"] = "FindingProviderFields.Types",
    };

    public static readonly IReadOnlyDictionary<string, string> Times = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FirstObservedAt"] = "FirstObservedAt",
        ["LastObservedAt"] = "LastObservedAt",
        ["CreatedAt"] = "CreatedAt",
        ["UpdatedAt"] = "UpdatedAt",
        ["NoteUpdatedAt"] = "Note.UpdatedAt",
    };

    /// <summary>The texts at a path, which goes through every item of a list.</summary>
    public static IEnumerable<string> Values(JsonNode? node, string path) => Values(node, path.Split('.'));

    private static IEnumerable<string> Values(JsonNode? node, ReadOnlyMemory<string> path) => node switch
    {
        null => [],
        JsonArray items => items.SelectMany(item => Values(item, path)),
        JsonObject members => path.Length == 0 ? [] : Values(members[path.Span[0]], path[1..]),
        _ => path.Length == 0 ? [node.ToString()] : [],
    };
}
