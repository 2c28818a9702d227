using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Sns;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

/// <summary>The attributes of a topic that can be set, each with what SNS accepts.</summary>
internal static class TopicAttribute
{
    private const int LongestDisplayName = 100;

    public static void Set(ApiCall call, Topic topic, string name, string value)
    {
        switch (name)
        {
            case "DisplayName": topic.DisplayName = value.Length <= LongestDisplayName ? NullIfEmpty(value) : throw SnsErrors.Invalid(name, "must be at most 100 characters long"); break;
            case "KmsMasterKeyId": topic.KmsMasterKeyId = NullIfEmpty(value); break;
            case "Policy": topic.Policy = TopicPolicy.Checked(call, topic, value); break;
            case "DeliveryPolicy": topic.DeliveryPolicy = value.Length == 0 || IsObject(value) ? NullIfEmpty(value) : throw SnsErrors.Invalid(name, "not a JSON object"); break;
            case "SignatureVersion": topic.SignatureVersion = value is "1" or "2" ? value : throw SnsErrors.Invalid(name, "must be 1 or 2"); break;
            default: throw SnsErrors.Invalid("AttributeName");
        }
    }

    private static string? NullIfEmpty(string value) => value.Length > 0 ? value : null;

    private static bool IsObject(string value)
    {
        try
        {
            return JsonNode.Parse(value) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
