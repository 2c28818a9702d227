using System.Text.Json.Nodes;
using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.SecurityHub;

internal static class FindingOperations
{
    private const int MostFindings = 100;

    private static readonly PagingRules Pages = new("NextToken", "MaxResults", MostFindings, 1, MostFindings, () => SecurityHubErrors.InvalidInput("Invalid parameter 'NextToken'."));

    public static ApiResult GetFindings(ApiCall call)
    {
        RequireHub(call);
        var filters = FindingFilters.Read(call.Input.Structure("Filters"), call.Now);
        var found = call.RegionState.SecurityHub.Findings.Select(finding => finding.Document).Where(filters.Match);
        var page = call.Page(FindingOrder.Read(call.Input.Structures("SortCriteria")).Sort(found), Pages);
        return new Structure { ["Findings"] = page.Items, ["NextToken"] = page.NextToken };
    }

    /// <summary>Takes each finding or says why not; a fault in one keeps no other out.</summary>
    public static ApiResult BatchImportFindings(ApiCall call)
    {
        var findings = call.Input.Documents("Findings");
        RequireCount("Findings", findings.Count);
        RequireOwnProduct(call, findings);
        var failures = findings.Select(finding => (finding, problem: Problem(call, finding))).Where(pair => pair.problem is not null).ToList();
        foreach (var finding in findings.Except(failures.Select(failure => failure.finding))) FindingImport.Take(call, finding);
        return new Structure
        {
            ["FailedCount"] = failures.Count,
            ["SuccessCount"] = findings.Count - failures.Count,
            ["FailedFindings"] = failures.Select(failure => new Structure
            {
                ["Id"] = failure.finding["Id"]?.ToString() ?? "", ["ErrorCode"] = failure.problem!.Value.Code, ["ErrorMessage"] = failure.problem.Value.Message,
            }),
        };
    }

    /// <summary>Changes what belongs to the customer's investigation; when the provider last updated a finding stays as it is.</summary>
    public static ApiResult BatchUpdateFindings(ApiCall call)
    {
        RequireHub(call);
        var identifiers = call.Input.Structures("FindingIdentifiers").Select(identifier => (Id: identifier.Required("Id"), ProductArn: identifier.Required("ProductArn"))).ToList();
        RequireCount("FindingIdentifiers", identifiers.Count);
        var update = FindingUpdate.Read(call);
        var processed = new List<Structure>();
        var unprocessed = new List<Structure>();
        foreach (var identifier in identifiers.Distinct())
        {
            var refusal = identifiers.Count(other => other == identifier) > 1 ? ("DuplicatedFindingIdentifier", "Finding Identifier is duplicated") : Change(call, identifier, update);
            var named = new Structure { ["Id"] = identifier.Id, ["ProductArn"] = identifier.ProductArn };
            if (refusal is not { } why) processed.Add(named);
            else unprocessed.Add(new Structure { ["FindingIdentifier"] = named, ["ErrorCode"] = why.Item1, ["ErrorMessage"] = why.Item2 });
        }

        return new Structure { ["ProcessedFindings"] = processed, ["UnprocessedFindings"] = unprocessed };
    }

    private static (string, string)? Change(ApiCall call, (string Id, string ProductArn) identifier, FindingUpdate update)
    {
        if (call.RegionState.SecurityHub.Findings.Find(finding => finding.Id == identifier.Id && finding.ProductArn == identifier.ProductArn) is not { } finding)
        {
            return ("FindingNotFound", "Finding Not Found");
        }

        update.Apply(finding);
        return null;
    }

    private static (string Code, string Message)? Problem(ApiCall call, JsonObject finding)
    {
        if (!call.RegionState.SecurityHub.IsEnabled) return ("InvalidAccess", SecurityHubErrors.NotSubscribed(call.Account.AccountId).Message);
        if (FindingFormat.Problem(finding) is { } fault) return ("InvalidInput", fault);
        var account = finding["AwsAccountId"]!.ToString();
        return account == call.Account.AccountId ? null : ("InvalidAccess", $"Account {call.Account.AccountId} may not import findings of account {account}");
    }

    private static void RequireHub(ApiCall call)
    {
        if (!call.RegionState.SecurityHub.IsEnabled) throw SecurityHubErrors.NotSubscribed(call.Account.AccountId);
    }

    private static void RequireCount(string parameter, int count)
    {
        if (count is < 1 or > MostFindings) throw SecurityHubErrors.InvalidInput($"Invalid parameter '{parameter}': it must have 1 to {MostFindings} items, and has {count}.");
    }

    /// <summary>Whoever is no partner of AWS imports under the product that each account has in each Region.</summary>
    private static void RequireOwnProduct(ApiCall call, IReadOnlyList<JsonObject> findings)
    {
        var own = FindingImport.ProductArn(call);
        var other = findings.Select(finding => finding["ProductArn"]?.ToString()).FirstOrDefault(arn => arn is not null && arn != own);
        if (other is not null) throw SecurityHubErrors.InvalidInput($"Invalid parameter 'productArn': \"{other}\"");
    }
}
