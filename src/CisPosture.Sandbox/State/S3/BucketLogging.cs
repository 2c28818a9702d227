namespace CisPosture.Sandbox.State.S3;

/// <summary>Access logging of a bucket.</summary>
public sealed class BucketLogging
{
    /// <summary>The bucket that receives the logs.</summary>
    public required string TargetBucket { get; init; }

    /// <summary>The prefix of the log objects.</summary>
    public string TargetPrefix { get; set; } = "";

    /// <summary>EventTime or DeliveryTime where the log objects lie under dates; null where they lie side by side.</summary>
    public string? PartitionDateSource { get; set; }
}
