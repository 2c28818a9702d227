using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class GetEventSelectorsRequest : AmazonWebServiceRequest
{
    public string? TrailName { get; set; }
}
