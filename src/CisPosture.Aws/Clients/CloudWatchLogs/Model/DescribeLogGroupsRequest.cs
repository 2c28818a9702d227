using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class DescribeLogGroupsRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("logGroupNamePrefix")]
    public string? LogGroupNamePrefix { get; set; }

    [JsonPropertyName("nextToken")]
    public string? NextToken { get; set; }

    [JsonPropertyName("limit")]
    public int? Limit { get; set; }
}
