using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class PutRetentionPolicyRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("logGroupName")]
    public string? LogGroupName { get; set; }

    [JsonPropertyName("retentionInDays")]
    public int? RetentionInDays { get; set; }
}
