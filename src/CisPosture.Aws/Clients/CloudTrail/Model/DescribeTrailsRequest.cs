using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class DescribeTrailsRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("trailNameList")]
    public List<string>? TrailNameList { get; set; }

    [JsonPropertyName("includeShadowTrails")]
    public bool? IncludeShadowTrails { get; set; }
}
