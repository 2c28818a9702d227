using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class GetTrailStatusRequest : AmazonWebServiceRequest
{
    public string? Name { get; set; }
}
