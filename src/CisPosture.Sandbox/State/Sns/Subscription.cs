using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Sns;

/// <summary>A subscription of a topic.</summary>
public sealed class Subscription
{
    /// <summary>email, https, lambda, sqs …</summary>
    public required string Protocol { get; init; }

    /// <summary>Whom it notifies.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The subscriber's account; null for the topic's own.</summary>
    public string? OwnerAccountId { get; set; }

    /// <summary>Whether the subscriber agreed.</summary>
    public bool IsConfirmed { get; set; } = true;

    /// <summary>Attributes that it was made with.</summary>
    public Dictionary<string, string> Attributes { get; init; } = [];

    /// <summary>The last part of its ARN.</summary>
    [JsonIgnore]
    internal Guid Id
    {
        get => field == Guid.Empty ? new(Digest("id").AsSpan(0, 16)) : field;
        init;
    }

    /// <summary>What the receiver is sent, and gives back to agree.</summary>
    [JsonIgnore]
    internal string Token => Convert.ToHexStringLower(Digest($"token/{Id}"));

    private byte[] Digest(string purpose) => SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}/{Protocol}:{Endpoint}"));
}
