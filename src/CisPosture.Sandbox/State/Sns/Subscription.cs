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
}
