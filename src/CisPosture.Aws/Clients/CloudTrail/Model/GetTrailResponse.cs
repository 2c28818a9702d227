using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class GetTrailResponse : AmazonWebServiceResponse
{
    public Trail? Trail { get; set; }
}
