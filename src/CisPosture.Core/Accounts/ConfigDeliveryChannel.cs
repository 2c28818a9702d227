namespace CisPosture.Accounts;

/// <summary>An AWS Config delivery channel.</summary>
public sealed record ConfigDeliveryChannel
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The bucket that it delivers to.</summary>
    public string? S3BucketName { get; init; }

    /// <summary>The topic that it tells.</summary>
    public string? SnsTopicArn { get; init; }
}
