namespace CisPosture.Sandbox.State.Config;

/// <summary>An AWS Config delivery channel.</summary>
public sealed class DeliveryChannel
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "default";

    /// <summary>The bucket that it delivers to.</summary>
    public required string S3BucketName { get; init; }

    /// <summary>The prefix of its objects.</summary>
    public string? S3KeyPrefix { get; set; }

    /// <summary>The key that its objects are encrypted with.</summary>
    public string? S3KmsKeyArn { get; set; }

    /// <summary>The topic that it tells.</summary>
    public string? SnsTopicArn { get; set; }

    /// <summary>How often a snapshot is delivered, such as Six_Hours; null for never.</summary>
    public string? DeliveryFrequency { get; set; }
}
