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

    /// <summary>How deliveries are tried again; null for AWS's own way.</summary>
    [JsonConverter(typeof(DocumentConverter))]
    public string? DeliveryPolicy { get; set; }

    /// <summary>1 or 2; null where it was never set.</summary>
    public string? SignatureVersion { get; set; }

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>Its subscriptions.</summary>
    public List<Subscription> Subscriptions { get; init; } = [];
}
