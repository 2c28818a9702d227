namespace CisPosture.Sandbox.State.S3;

/// <summary>Access logging of a bucket.</summary>
public sealed class BucketLogging
{
    /// <summary>The bucket that receives the logs.</summary>
    public required string TargetBucket { get; init; }

    /// <summary>The prefix of the log objects.</summary>
    public string TargetPrefix { get; set; } = "";
}
