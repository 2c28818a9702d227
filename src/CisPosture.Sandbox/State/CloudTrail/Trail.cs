using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.CloudTrail;

/// <summary>A trail, kept in its home Region.</summary>
public sealed class Trail
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The organization's management account, for an organization trail that this account only sees; null for its own.</summary>
    public string? OwnerAccountId { get; set; }

    /// <summary>Whether an organization trail keeps its status, as well as its selectors, from the accounts that only see it.</summary>
    public bool HidesStatus { get; set; }

    /// <summary>The bucket that it writes to.</summary>
    public required string S3BucketName { get; set; }

    /// <summary>The prefix of its objects.</summary>
    public string? S3KeyPrefix { get; set; }

    /// <summary>The ARN of the topic that is told of its files.</summary>
    public string? SnsTopicArn { get; set; }

    /// <summary>Whether it records services such as IAM.</summary>
    public bool IncludeGlobalServiceEvents { get; set; } = true;

    /// <summary>Whether it records all Regions.</summary>
    public bool IsMultiRegionTrail { get; set; }

    /// <summary>Whether it records all accounts of the organization.</summary>
    public bool IsOrganizationTrail { get; set; }

    /// <summary>Whether it writes digest files.</summary>
    public bool LogFileValidationEnabled { get; set; }

    /// <summary>The log group that it delivers to.</summary>
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <summary>The role that it delivers with.</summary>
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>The ARN of the key that it encrypts with.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>Whether it is switched on.</summary>
    public bool IsLogging { get; set; } = true;

    /// <summary>Classic selectors; none where there are advanced ones.</summary>
    public List<EventSelector> EventSelectors { get; set; } = [new()];

    /// <summary>Advanced selectors.</summary>
    public List<AdvancedEventSelector> AdvancedEventSelectors { get; set; } = [];

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>When it was last switched on by a request.</summary>
    [JsonIgnore]
    internal DateTimeOffset? StartLoggingTime { get; set; }

    /// <summary>When it was last switched off by a request.</summary>
    [JsonIgnore]
    internal DateTimeOffset? StopLoggingTime { get; set; }

    /// <summary>The last delivery to S3.</summary>
    public DateTimeOffset? LatestDeliveryTime { get; set; }

    /// <summary>The last error of delivery to S3.</summary>
    public string? LatestDeliveryError { get; set; }

    /// <summary>The last error of digest delivery.</summary>
    public string? LatestDigestDeliveryError { get; set; }

    /// <summary>The last delivery to CloudWatch Logs.</summary>
    public DateTimeOffset? LatestCloudWatchLogsDeliveryTime { get; set; }

    /// <summary>The last error of delivery to CloudWatch Logs.</summary>
    public string? LatestCloudWatchLogsDeliveryError { get; set; }
}
