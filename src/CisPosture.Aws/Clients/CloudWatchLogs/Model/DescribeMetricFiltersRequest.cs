using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class DescribeMetricFiltersRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("logGroupName")]
    public string? LogGroupName { get; set; }

    [JsonPropertyName("filterNamePrefix")]
    public string? FilterNamePrefix { get; set; }

    [JsonPropertyName("nextToken")]
    public string? NextToken { get; set; }

    [JsonPropertyName("limit")]
    public int? Limit { get; set; }
}
