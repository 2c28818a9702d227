using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class DescribeTrailsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("trailList")]
    public List<Trail>? TrailList { get; set; }
}
