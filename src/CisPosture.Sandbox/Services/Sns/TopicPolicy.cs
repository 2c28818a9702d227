using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Sns;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

/// <summary>The policy of a topic: the one that AWS gives it, and what SNS checks of one that a client sets.</summary>
internal static class TopicPolicy
{
    private static readonly string[] OwnActions =
    [
        "GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe", "ListSubscriptionsByTopic", "Publish",
    ];

    private static readonly string[] KnownActions = [.. OwnActions, "Receive", "TagResource", "UntagResource", "ListTagsForResource", "GetDataProtectionPolicy", "PutDataProtectionPolicy"];

    public static string Default(ApiCall call, Topic topic) => new JsonObject
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray([.. OwnActions.Select(action => JsonValue.Create($"SNS:{action}"))]),
            ["Resource"] = TopicLookup.Arn(call, topic),
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceOwner"] = call.Account.AccountId } },
        }),
    }.ToJsonString();

    /// <summary>What is to be kept of a policy that SNS accepts: nothing for the one that AWS gives every topic.</summary>
    public static string? Checked(ApiCall call, Topic topic, string document)
    {
        if (Parse(document) is not JsonObject policy || Items(policy["Statement"]).Any(statement => !IsComplete(statement))) throw SnsErrors.Invalid("Policy Error: null");
        var actions = Items(policy["Statement"]).SelectMany(statement => Items(statement!["Action"])).Select(action => action?.ToString() ?? "");
        if (actions.Any(action => !IsKnown(action))) throw SnsErrors.Invalid("Policy statement action out of service scope!");
        return JsonNode.DeepEquals(policy, JsonNode.Parse(Default(call, topic))) ? null : document;
    }

    private static bool IsComplete(JsonNode? statement) => statement is JsonObject members
        && members["Effect"]?.ToString() is "Allow" or "Deny"
        && members["Principal"] is not null
        && members["Action"] is not null
        && members["Resource"] is not null;

    /// <summary>A topic's policy speaks of SNS only, and names its actions one by one.</summary>
    private static bool IsKnown(string action) =>
        action.StartsWith("sns:", StringComparison.OrdinalIgnoreCase) && KnownActions.Contains(action[4..], StringComparer.OrdinalIgnoreCase);

    private static JsonNode? Parse(string document)
    {
        try
        {
            return JsonNode.Parse(document);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list,
        _ => Enumerable.Repeat<JsonNode?>(node, 1),
    };
}
