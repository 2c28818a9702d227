using System.Text.Json;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services.Policies;

/// <summary>Reads policy documents.</summary>
internal static class PolicyReading
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The document as JSON; null where it is none.</summary>
    public static JsonObject? Parse(string document)
    {
        try
        {
            return JsonNode.Parse(document, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Its statements; null where they are not a list of structures.</summary>
    public static IReadOnlyList<PolicyStatement>? Statements(JsonObject policy) => policy["Statement"] switch
    {
        JsonObject single => [new PolicyStatement(single)],
        JsonArray { Count: > 0 } list when list.All(item => item is JsonObject) => [.. list.Select(item => new PolicyStatement(item!.AsObject()))],
        _ => null,
    };
}
