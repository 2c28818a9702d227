using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class UntagResourceRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("resourceArn")]
    public string? ResourceArn { get; set; }

    [JsonPropertyName("tagKeys")]
    public List<string>? TagKeys { get; set; }
}
