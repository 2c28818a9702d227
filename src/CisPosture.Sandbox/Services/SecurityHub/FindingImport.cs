using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.SecurityHub;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>Lays a provider's finding over what the hub has of it, but for what the customer has made of it.</summary>
internal static class FindingImport
{
    private static readonly IReadOnlyList<string> Investigation = ["Note", "UserDefinedFields", "VerificationState", "Workflow", "WorkflowState"];
    private static readonly IReadOnlyList<string> Shared = ["Severity", "Types", "Confidence", "Criticality", "RelatedFindings"];

    /// <summary>The product under which an account imports findings of its own.</summary>
    public static string ProductArn(ApiCall call) => call.Account.Arn("securityhub", call.Region, $"product/{call.Account.AccountId}/default");

    public static void Take(ApiCall call, JsonObject imported)
    {
        var findings = call.RegionState.SecurityHub.Findings;
        var document = Completed(call, imported.DeepClone().AsObject());
        var existing = findings.Find(finding => finding.Id == document["Id"]!.ToString() && finding.ProductArn == document["ProductArn"]!.ToString());
        if (existing is null)
        {
            document["WorkflowState"] ??= "NEW";
            document["Workflow"] ??= new JsonObject { ["Status"] = "NEW" };
            findings.Add(new HubFinding { Document = document });
        }
        else if (Time(document) > Time(existing.Document))
        {
            Keep(existing, document);
            existing.Document = document;
        }
    }

    /// <summary>What Security Hub fills in: where the finding is, whose it is, and the other half of its severity.</summary>
    private static JsonObject Completed(ApiCall call, JsonObject document)
    {
        document["Region"] = call.Region;
        document["ProductName"] ??= "Default";
        document["CompanyName"] ??= "Personal";
        document["RecordState"] ??= "ACTIVE";
        document["ProcessedAt"] = call.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var fields = document["ProductFields"] as JsonObject ?? [];
        document["ProductFields"] = fields;
        fields["aws/securityhub/ProductName"] = document["ProductName"]!.ToString();
        fields["aws/securityhub/CompanyName"] = document["CompanyName"]!.ToString();
        fields["aws/securityhub/FindingId"] = $"{document["ProductArn"]}/{document["Id"]}";
        CompleteProviderFields(document);
        FindingSeverity.Complete(document["Severity"]!.AsObject());
        return document;
    }

    /// <summary>The provider's own fields come before the plain ones; where only those were given, they are the provider's.</summary>
    private static void CompleteProviderFields(JsonObject document)
    {
        var provided = document["FindingProviderFields"] as JsonObject ?? [];
        document["FindingProviderFields"] = provided;
        foreach (var name in Shared)
        {
            if (provided[name] is { } own) document[name] = own.DeepClone();
            else if (document[name] is { } plain) provided[name] = plain.DeepClone();
        }

        document["Severity"] ??= new JsonObject { ["Label"] = "INFORMATIONAL" };
        if (provided["Severity"] is JsonObject severity)
        {
            FindingSeverity.Complete(severity);
            severity.Remove("Normalized");
            severity.Remove("Product");
        }
    }

    private static void Keep(HubFinding existing, JsonObject document)
    {
        foreach (var name in Investigation.Concat(existing.CustomerFields))
        {
            document.Remove(name);
            if (existing.Document[name] is { } kept) document[name] = kept.DeepClone();
        }

        if (IsBack(existing.Document, document) && document["Workflow"]?["Status"]?.ToString() is "NOTIFIED" or "RESOLVED") document["Workflow"] = new JsonObject { ["Status"] = "NEW" };
    }

    /// <summary>An archived finding that is active again, or one that has passed and does so no more, has to be looked at anew.</summary>
    private static bool IsBack(JsonObject before, JsonObject after) =>
        (before["RecordState"]?.ToString() == "ARCHIVED" && after["RecordState"]?.ToString() == "ACTIVE")
        || (before["Compliance"]?["Status"]?.ToString() == "PASSED" && after["Compliance"]?["Status"]?.ToString() is "FAILED" or "WARNING" or "NOT_AVAILABLE");

    private static DateTimeOffset Time(JsonObject document) => DateTimeOffset.Parse(document["UpdatedAt"]!.ToString(), CultureInfo.InvariantCulture);
}
