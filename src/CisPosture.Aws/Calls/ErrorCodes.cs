namespace CisPosture.Aws.Calls;

/// <summary>Error codes that mean something to a scan beyond "it failed".</summary>
internal static class ErrorCodes
{
    public const string NoSuchEntity = "NoSuchEntity";
    public const string NoSuchBucket = "NoSuchBucket";
    public const string NoSuchBucketPolicy = "NoSuchBucketPolicy";
    public const string NoSuchPublicAccessBlock = "NoSuchPublicAccessBlockConfiguration";
    public const string OwnershipControlsNotFound = "OwnershipControlsNotFoundError";
    public const string ResourceNotFound = "ResourceNotFoundException";
    public const string TrailNotFound = "TrailNotFoundException";
    public const string TopicNotFound = "NotFound";
    public const string TopicTagsNotFound = "ResourceNotFound";
    public const string KeyNotFound = "NotFoundException";
    public const string ReportInProgress = "ReportInProgress";
    public const string ReportNotPresent = "ReportNotPresent";
    public const string ReportExpired = "ReportExpired";
    public const string LimitExceeded = "LimitExceeded";
    public const string SecurityGroupNotFound = "InvalidGroup.NotFound";

    private static readonly HashSet<string> Denials = new(StringComparer.OrdinalIgnoreCase)
    {
        "UnauthorizedOperation", "AuthorizationError", "AuthorizationErrorException", "AllAccessDisabled", "NotAuthorized",
    };

    private static readonly HashSet<string> RegionOff = new(StringComparer.OrdinalIgnoreCase)
    {
        "AuthFailure", "InvalidClientTokenId", "UnrecognizedClientException", "OptInRequired", "InvalidAccessKeyId", "InvalidToken",
    };

    private static readonly HashSet<string> Throttling = new(StringComparer.OrdinalIgnoreCase)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "Throttled", "RequestThrottled", "RequestThrottledException",
        "TooManyRequestsException", "TooManyRequests", "RequestLimitExceeded", "SlowDown", "EC2ThrottledException",
        "BandwidthLimitExceeded", "PriorRequestNotComplete", "Http429",
    };

    public static bool IsDenial(string code) => code.StartsWith("AccessDenied", StringComparison.OrdinalIgnoreCase) || Denials.Contains(code);

    /// <summary>What a Region answers that the account has not enabled: it does not know the account's keys.</summary>
    public static bool IsRegionOff(string code) => RegionOff.Contains(code);

    public static bool IsThrottling(string code) => Throttling.Contains(code);
}
