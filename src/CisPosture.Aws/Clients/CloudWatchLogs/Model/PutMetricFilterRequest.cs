using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class PutMetricFilterRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("logGroupName")]
    public string? LogGroupName { get; set; }

    [JsonPropertyName("filterName")]
    public string? FilterName { get; set; }

    [JsonPropertyName("filterPattern")]
    public string? FilterPattern { get; set; }

    [JsonPropertyName("metricTransformations")]
    public List<MetricTransformation>? MetricTransformations { get; set; }
}
