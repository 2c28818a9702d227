using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class StopLoggingRequest : AmazonWebServiceRequest
{
    public string? Name { get; set; }
}
