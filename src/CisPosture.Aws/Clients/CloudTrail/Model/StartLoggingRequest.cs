using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class StartLoggingRequest : AmazonWebServiceRequest
{
    public string? Name { get; set; }
}
