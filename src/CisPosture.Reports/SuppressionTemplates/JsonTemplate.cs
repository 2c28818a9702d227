using System.Text.Json;

namespace CisPosture.Reports.SuppressionTemplates;

/// <summary>The draft as JSON with comments, which files of rules may have.</summary>
internal static class JsonTemplate
{
    /// <summary>Writes it.</summary>
    public static void Write(SuppressionDraft draft, Stream to)
    {
        using var json = new Utf8JsonWriter(to, JsonOutput.Indented);
        foreach (var line in draft.Head)
        {
            json.WriteCommentValue($" {line} ");
        }

        json.WriteStartObject();
        json.WriteStartArray("suppressions");
        foreach (var rule in draft.Rules)
        {
            WriteRule(json, rule, draft.Expires);
            json.FlushSome();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, DraftedRule rule, string expires)
    {
        json.WriteStartObject();
        json.WriteCommentValue($" {rule.Comment} ");
        foreach (var (name, value) in rule.Fields)
        {
            json.WriteString(name, value);
        }

        json.WriteString("reason", string.Empty);
        json.WriteString("expires", expires);
        json.WriteEndObject();
    }
}
