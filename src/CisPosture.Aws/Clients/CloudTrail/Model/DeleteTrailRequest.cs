using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class DeleteTrailRequest : AmazonWebServiceRequest
{
    public string? Name { get; set; }
}
