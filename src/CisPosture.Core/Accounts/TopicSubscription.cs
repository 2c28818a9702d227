namespace CisPosture.Accounts;

/// <summary>A subscription of an SNS topic.</summary>
public sealed record TopicSubscription
{
    /// <summary>The ARN once confirmed; "PendingConfirmation" or "Deleted" otherwise.</summary>
    public required string SubscriptionArn { get; init; }

    /// <summary>email, https, lambda, sqs …</summary>
    public required string Protocol { get; init; }

    /// <summary>Whom it notifies.</summary>
    public required string Endpoint { get; init; }
}
