using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State;

/// <summary>
/// Writes an account as text that is equal where the accounts are: members and items in a fixed order, since AWS's lists are sets and an undo
/// appends what a repair took out. Whatever a state class holds is in it without its doing.
/// </summary>
internal static class AccountExport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(SandboxAccount account)
    {
        var root = JsonSerializer.SerializeToNode(account, Options)!.AsObject();

        // Keys are secrets, and the credential report is no setting: every scan makes a new one.
        root.Remove("credentials");
        root.Remove("signIns");
        root["iam"]!.AsObject().Remove("credentialReport");
        return Sorted(root)!.ToJsonString(Options);
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted).OrderBy(Identity, StringComparer.Ordinal).ThenBy(item => item?.ToJsonString(), StringComparer.Ordinal)]),
        JsonValue value when Document(value) is { } document => Sorted(document),
        _ => node?.DeepClone(),
    };

    /// <summary>What a policy says is its state, and how the text is laid out is not.</summary>
    private static JsonObject? Document(JsonValue value)
    {
        try
        {
            return value.TryGetValue<string>(out var text) && text.AsSpan().TrimStart().StartsWith("{") ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            // A text that only looks like a document stands for itself.
            return null;
        }
    }

    /// <summary>What an item is known by, so that it stays in its place when something else of it changes.</summary>
    private static string Identity(JsonNode? item) =>
        (item as JsonObject)?.OrderBy(member => member.Key == "name" ? 0 : 1).FirstOrDefault(IsIdentity).Value?.ToString() ?? "";

    private static bool IsIdentity(KeyValuePair<string, JsonNode?> member) =>
        member.Key == "name" || member.Key.EndsWith("Id", StringComparison.Ordinal) || member.Key.EndsWith("Name", StringComparison.Ordinal) || member.Key.EndsWith("Arn", StringComparison.Ordinal);
}
