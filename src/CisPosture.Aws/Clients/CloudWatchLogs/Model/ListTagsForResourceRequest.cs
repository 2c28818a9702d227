using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class ListTagsForResourceRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("resourceArn")]
    public string? ResourceArn { get; set; }
}
