using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class TagResourceRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("resourceArn")]
    public string? ResourceArn { get; set; }

    [JsonPropertyName("tags")]
    public Dictionary<string, string>? Tags { get; set; }
}
