using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CisPosture.Tests.Repairs;

/// <summary>The neglected account: what its repair as a whole is told, and what of it undo cannot give back.</summary>
internal static class WholeAccount
{
    /// <summary>The parameters of Repair-CisFinding, as a table.</summary>
    public const string Parameters = """
        @{
            SubscriberEndpoint = 'soc@example.com'
            KmsKeyId = 'alias/app-data', 'alias/invoices'
            LogBucketName = 'access-logs-111122223333'
            ConfigBucketName = 'neglected-config'
            WideRule = 'Split'
            AssumedBy = 'arn:aws:iam::111122223333:user/carol'
            IncludePassword = $true
            IncludeKeyInUse = $true
        }
        """;

    /// <summary>The users whose passwords a repair has deleted. Nothing else may be beyond undo; a subscription ends with its topic.</summary>
    public static string[] DeletedPasswords(IReadOnlyList<CisFinding> findings)
    {
        var steps = findings.SelectMany(finding => finding.Repair?.Steps ?? []).Where(step => step.NotUndoable is not null).ToList();
        Assert.All(steps, step => Assert.Contains(step.Operation, new[] { "iam:DeleteLoginProfile", "sns:Subscribe" }));
        return [.. steps.Where(step => step.Operation == "iam:DeleteLoginProfile").Select(step => step.ResourceId[(step.ResourceId.LastIndexOf('/') + 1)..])];
    }

    /// <summary>An account's export as it is once these users have no password.</summary>
    public static string WithoutPasswords(string export, string[] users)
    {
        var account = JsonNode.Parse(export)!;
        foreach (var user in account["iam"]!["users"]!.AsArray().Where(user => users.Contains((string?)user!["name"], StringComparer.Ordinal)))
        {
            Assert.True(user!.AsObject().Remove("loginProfile"), $"{user["name"]} had no password that could be deleted.");
        }

        return account.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
