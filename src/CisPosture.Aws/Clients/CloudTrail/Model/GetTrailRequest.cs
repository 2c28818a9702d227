using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class GetTrailRequest : AmazonWebServiceRequest
{
    public string? Name { get; set; }
}
