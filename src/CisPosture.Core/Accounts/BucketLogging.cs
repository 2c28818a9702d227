namespace CisPosture.Accounts;

/// <summary>A bucket's server access logging.</summary>
public sealed record BucketLogging
{
    /// <summary>The bucket that receives the logs; null or empty where logging is off.</summary>
    public string? TargetBucket { get; init; }

    /// <summary>The prefix of the log objects.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>Whether the target bucket exists; null where logging is off.</summary>
    public Evidence<bool>? TargetExists { get; init; }
}
