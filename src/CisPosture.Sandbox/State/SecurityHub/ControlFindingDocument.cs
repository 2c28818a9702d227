using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.State.SecurityHub;

/// <summary>Writes what a check came to as Security Hub writes its own findings, in the form of before or after control findings were consolidated.</summary>
internal static class ControlFindingDocument
{
    private const string Standard = "cis-aws-foundations-benchmark/v/1.2.0";
    private const string RuleType = "Software and Configuration Checks/Industry and Regulatory Standards/CIS AWS Foundations Benchmark";
    private const string SharedType = "Software and Configuration Checks/Industry and Regulatory Standards";

    public static JsonObject Of(ControlFinding check, SandboxAccount account, string region)
    {
        var resourceId = check.ResourceId ?? $"AWS::::Account:{account.AccountId}";
        var id = account.Arn("securityhub", region, $"{Subject(check)}/finding/{Number(check, resourceId)}");
        var label = check.Status == "FAILED" ? check.Severity : "INFORMATIONAL";
        var type = check.Rule is null ? SharedType : RuleType;
        return new JsonObject
        {
            ["SchemaVersion"] = "2018-10-08",
            ["Id"] = id,
            ["ProductArn"] = ProductArn(account, region),
            ["ProductName"] = "Security Hub",
            ["CompanyName"] = "AWS",
            ["Region"] = region,
            ["GeneratorId"] = check.Rule is null ? $"security-control/{check.SecurityControlId}" : $"arn:aws:securityhub:::ruleset/{Standard}/rule/{check.Rule}",
            ["AwsAccountId"] = account.AccountId,
            ["Types"] = new JsonArray(type),
            ["FirstObservedAt"] = Time(check.FirstObservedAt),
            ["LastObservedAt"] = Time(check.UpdatedAt),
            ["CreatedAt"] = Time(check.FirstObservedAt),
            ["UpdatedAt"] = Time(check.UpdatedAt),
            ["Severity"] = new JsonObject { ["Label"] = label, ["Normalized"] = Normalized(label), ["Original"] = label },
            ["Title"] = check.Rule is null ? check.Title : $"{check.Rule} {check.Title}",
            ["Description"] = $"This control checks: {check.Title}.",
            ["ProductFields"] = ProductFields(check, account, region, id),
            ["Resources"] = new JsonArray(new JsonObject { ["Type"] = check.ResourceType, ["Id"] = resourceId, ["Partition"] = account.Partition, ["Region"] = region }),
            ["Compliance"] = Compliance(check),
            ["WorkflowState"] = "NEW",
            ["Workflow"] = new JsonObject { ["Status"] = check.WorkflowStatus ?? (check.Status == "PASSED" ? "RESOLVED" : "NEW") },
            ["RecordState"] = check.RecordState,
            ["FindingProviderFields"] = new JsonObject { ["Severity"] = new JsonObject { ["Label"] = label, ["Original"] = label }, ["Types"] = new JsonArray(type) },
        };
    }

    public static string ProductArn(SandboxAccount account, string region) => $"arn:{account.Partition}:securityhub:{region}::product/aws/securityhub";

    private static string Subject(ControlFinding check) => check.Rule is null ? $"security-control/{check.SecurityControlId}" : $"subscription/{Standard}/{check.Rule}";

    private static JsonObject ProductFields(ControlFinding check, SandboxAccount account, string region, string id)
    {
        var fields = new JsonObject();
        if (check.Rule is { } rule)
        {
            fields["StandardsGuideArn"] = $"arn:aws:securityhub:::ruleset/{Standard}";
            fields["StandardsGuideSubscriptionArn"] = account.Arn("securityhub", region, $"subscription/{Standard}");
            fields["RuleId"] = rule;
            fields["StandardsControlArn"] = account.Arn("securityhub", region, $"control/{Standard}/{rule}");
        }

        fields["aws/securityhub/ProductName"] = "Security Hub";
        fields["aws/securityhub/CompanyName"] = "AWS";
        fields["aws/securityhub/FindingId"] = $"{ProductArn(account, region)}/{id}";
        return fields;
    }

    private static JsonObject Compliance(ControlFinding check)
    {
        var compliance = new JsonObject { ["Status"] = check.Status };
        if (check.ReasonCode is { } code) compliance["StatusReasons"] = new JsonArray(new JsonObject { ["ReasonCode"] = code, ["Description"] = $"Security Hub gives the reason {code}." });
        compliance["SecurityControlId"] = check.SecurityControlId;
        compliance["AssociatedStandards"] = new JsonArray(new JsonObject { ["StandardsId"] = $"ruleset/{Standard}" });
        return compliance;
    }

    /// <summary>The same check has the same number whenever the sandbox starts.</summary>
    private static Guid Number(ControlFinding check, string resourceId) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{check.Rule}|{check.SecurityControlId}|{resourceId}")).AsSpan(0, 16));

    private static int Normalized(string label) => label switch
    {
        "CRITICAL" => 90,
        "HIGH" => 70,
        "MEDIUM" => 40,
        "LOW" => 1,
        _ => 0,
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
