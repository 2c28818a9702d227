using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>The settings of a trail that requests give, with what CloudTrail checks of them and of what they point to.</summary>
internal static class TrailSettings
{
    private const int LongestPrefix = 200;

    public static Trail Copy(Trail trail)
    {
        var copy = new Trail { Name = trail.Name, S3BucketName = trail.S3BucketName };
        Overwrite(copy, trail);
        return copy;
    }

    public static void Overwrite(Trail trail, Trail settings)
    {
        trail.S3BucketName = settings.S3BucketName;
        trail.S3KeyPrefix = settings.S3KeyPrefix;
        trail.SnsTopicArn = settings.SnsTopicArn;
        trail.IncludeGlobalServiceEvents = settings.IncludeGlobalServiceEvents;
        trail.IsMultiRegionTrail = settings.IsMultiRegionTrail;
        trail.LogFileValidationEnabled = settings.LogFileValidationEnabled;
        trail.CloudWatchLogsLogGroupArn = settings.CloudWatchLogsLogGroupArn;
        trail.CloudWatchLogsRoleArn = settings.CloudWatchLogsRoleArn;
        trail.KmsKeyId = settings.KmsKeyId;
    }

    /// <summary>Puts what the request mentions into the trail, which the caller throws away if it does not fit.</summary>
    public static void Apply(ApiCall call, Trail trail)
    {
        var input = call.Input;
        if (input.Flag("IsOrganizationTrail") is true && !trail.IsOrganizationTrail) throw NoOrganizationTrail(call);
        trail.S3BucketName = input.Text("S3BucketName") ?? trail.S3BucketName;
        trail.S3KeyPrefix = Given(input, "S3KeyPrefix", trail.S3KeyPrefix);
        trail.IncludeGlobalServiceEvents = input.Flag("IncludeGlobalServiceEvents") ?? trail.IncludeGlobalServiceEvents;
        trail.IsMultiRegionTrail = input.Flag("IsMultiRegionTrail") ?? trail.IsMultiRegionTrail;
        trail.LogFileValidationEnabled = input.Flag("EnableLogFileValidation") ?? trail.LogFileValidationEnabled;
        trail.CloudWatchLogsLogGroupArn = Given(input, "CloudWatchLogsLogGroupArn", trail.CloudWatchLogsLogGroupArn);
        trail.CloudWatchLogsRoleArn = Given(input, "CloudWatchLogsRoleArn", trail.CloudWatchLogsRoleArn);
        trail.KmsKeyId = Given(input, "KmsKeyId", trail.KmsKeyId);
        trail.SnsTopicArn = Given(input, "SnsTopicName", trail.SnsTopicArn);
        Check(call, trail);
    }

    private static void Check(ApiCall call, Trail trail)
    {
        var input = call.Input;
        if (trail.IsMultiRegionTrail && !trail.IncludeGlobalServiceEvents) throw TrailErrors.Combination("Multi-Region trail must include global service events.");
        if (trail.S3KeyPrefix?.Length > LongestPrefix) throw new ApiException("InvalidS3PrefixException", $"The S3 key prefix must have at most {LongestPrefix} characters.");
        if (input.Has("S3BucketName") || input.Has("S3KeyPrefix")) TrailBucket.Check(call, trail);
        if (input.Has("SnsTopicName")) TrailTopic.Resolve(call, trail);
        if (input.Has("CloudWatchLogsLogGroupArn") || input.Has("CloudWatchLogsRoleArn")) TrailLogDelivery.Check(call, trail);
        if (input.Has("KmsKeyId")) TrailKey.Resolve(call, trail);
    }

    private static string? Given(ApiInput input, string member, string? current) => input.Text(member) switch
    {
        null => current,
        "" => null,
        var text => text,
    };

    /// <summary>Organization trails are seen here, but not made.</summary>
    private static ApiException NoOrganizationTrail(ApiCall call)
    {
        if (call.Accounts.Organization is null) return new ApiException("OrganizationsNotInUseException", "The account is not a member of an organization.");
        return call.Account == call.Accounts.First
            ? new ApiException("CloudTrailAccessNotEnabledException", "Trusted access is not enabled between CloudTrail and Organizations.")
            : TrailErrors.NotManagement();
    }
}
