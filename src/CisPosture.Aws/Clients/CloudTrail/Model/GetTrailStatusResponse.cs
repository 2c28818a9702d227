using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class GetTrailStatusResponse : AmazonWebServiceResponse
{
    public bool? IsLogging { get; set; }

    public string? LatestDeliveryError { get; set; }

    public string? LatestNotificationError { get; set; }

    public DateTime? LatestDeliveryTime { get; set; }

    public string? LatestDigestDeliveryError { get; set; }

    public string? LatestCloudWatchLogsDeliveryError { get; set; }

    public DateTime? LatestCloudWatchLogsDeliveryTime { get; set; }
}
