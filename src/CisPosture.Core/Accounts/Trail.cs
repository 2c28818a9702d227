namespace CisPosture.Accounts;

/// <summary>A CloudTrail trail.</summary>
public sealed record Trail
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The ARN, which tells the owning account.</summary>
    public required string Arn { get; init; }

    /// <summary>The Region in which it was created and can be changed.</summary>
    public required string HomeRegion { get; init; }

    /// <summary>Whether it records all Regions.</summary>
    public bool IsMultiRegionTrail { get; init; }

    /// <summary>Whether it records all accounts of the organization.</summary>
    public bool IsOrganizationTrail { get; init; }

    /// <summary>Whether it records services such as IAM.</summary>
    public bool IncludeGlobalServiceEvents { get; init; }

    /// <summary>Whether it delivers digest files.</summary>
    public bool LogFileValidationEnabled { get; init; }

    /// <summary>The bucket that it writes to.</summary>
    public string? S3BucketName { get; init; }

    /// <summary>The log group that it delivers to, usually with a trailing ":*".</summary>
    public string? CloudWatchLogsLogGroupArn { get; init; }

    /// <summary>The role that it delivers with.</summary>
    public string? CloudWatchLogsRoleArn { get; init; }

    /// <summary>The key that it encrypts with: a key ARN, id or alias.</summary>
    public string? KmsKeyId { get; init; }
}
