using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Sns;

/// <summary>A topic with its subscriptions.</summary>
public sealed class Topic
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The name that e-mails show.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The key that it encrypts with.</summary>
    public string? KmsMasterKeyId { get; set; }

    /// <summary>Who may publish and subscribe; null for the policy that AWS gives a new topic.</summary>
    [JsonConverter(typeof(DocumentConverter))]
    public string? Policy { get; set; }

    /// <summary>Its subscriptions.</summary>
    public List<Subscription> Subscriptions { get; init; } = [];
}
