using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class UpdateTrailRequest : AmazonWebServiceRequest
{
    public string? Name { get; set; }

    public string? S3BucketName { get; set; }

    public string? S3KeyPrefix { get; set; }

    public string? SnsTopicName { get; set; }

    public bool? IncludeGlobalServiceEvents { get; set; }

    public bool? IsMultiRegionTrail { get; set; }

    public bool? EnableLogFileValidation { get; set; }

    public string? CloudWatchLogsLogGroupArn { get; set; }

    public string? CloudWatchLogsRoleArn { get; set; }

    public string? KmsKeyId { get; set; }

    public bool? IsOrganizationTrail { get; set; }
}
