using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class DeleteLogGroupRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("logGroupName")]
    public string? LogGroupName { get; set; }
}
