using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>A policy written into a user, group or role.</summary>
public sealed class InlinePolicy
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The document.</summary>
    [JsonConverter(typeof(DocumentConverter))]
    public required string Document { get; set; }
}
