using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class ListTrailsResponse : AmazonWebServiceResponse
{
    public List<TrailInfo>? Trails { get; set; }

    public string? NextToken { get; set; }
}
