using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace CisPosture.Reports.Tests.Support;

/// <summary>The schemas of formats that are JSON.</summary>
internal static class JsonSchemas
{
    private static readonly EvaluationOptions Strict = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>Reads a schema of this project.</summary>
    public static JsonSchema Read(string name)
    {
        using var stream = typeof(JsonSchemas).Assembly.GetManifestResourceStream(name)!;
        var schema = JsonNode.Parse(stream)!.AsObject();
        if (schema.Remove("id"))
        {
            // Draft 4, which the library no longer reads, differs from draft 7 in nothing else that the schema uses.
            schema["$schema"] = "http://json-schema.org/draft-07/schema#";
        }

        return JsonSchema.FromText(schema.ToJsonString());
    }

    /// <summary>Fails where a text is not as the schema has it.</summary>
    public static void Hold(JsonSchema schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        Hold(schema, document.RootElement);
    }

    /// <summary>Fails where an element is not as the schema has it.</summary>
    public static void Hold(JsonSchema schema, JsonElement element)
    {
        var result = schema.Evaluate(element, Strict);
        Assert.True(result.IsValid, Describe(result));
    }

    private static string Describe(EvaluationResults result)
    {
        var text = new StringBuilder();
        foreach (var detail in (result.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).Take(10))
        {
            text.AppendLine($"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}");
        }

        return text.ToString();
    }
}
