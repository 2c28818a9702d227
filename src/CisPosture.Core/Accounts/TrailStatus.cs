namespace CisPosture.Accounts;

/// <summary>Whether a trail is logging and delivering.</summary>
public sealed record TrailStatus
{
    /// <summary>Whether it is switched on.</summary>
    public required bool IsLogging { get; init; }

    /// <summary>The last error of delivery to S3; null or empty where there was none.</summary>
    public string? LatestDeliveryError { get; init; }

    /// <summary>The last delivery to S3.</summary>
    public DateTimeOffset? LatestDeliveryTime { get; init; }

    /// <summary>The last error of digest delivery.</summary>
    public string? LatestDigestDeliveryError { get; init; }

    /// <summary>The last error of delivery to CloudWatch Logs.</summary>
    public string? LatestCloudWatchLogsDeliveryError { get; init; }

    /// <summary>The last delivery to CloudWatch Logs.</summary>
    public DateTimeOffset? LatestCloudWatchLogsDeliveryTime { get; init; }
}
