using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class DeleteRetentionPolicyRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("logGroupName")]
    public string? LogGroupName { get; set; }
}
