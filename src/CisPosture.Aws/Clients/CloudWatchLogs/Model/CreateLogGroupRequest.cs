using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class CreateLogGroupRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("logGroupName")]
    public string? LogGroupName { get; set; }

    [JsonPropertyName("kmsKeyId")]
    public string? KmsKeyId { get; set; }

    [JsonPropertyName("tags")]
    public Dictionary<string, string>? Tags { get; set; }
}
