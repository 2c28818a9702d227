using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class ListTopicsRequest : AmazonWebServiceRequest
{
    public string? NextToken { get; set; }
}
