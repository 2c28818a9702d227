using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class ListTrailsRequest : AmazonWebServiceRequest
{
    public string? NextToken { get; set; }
}
