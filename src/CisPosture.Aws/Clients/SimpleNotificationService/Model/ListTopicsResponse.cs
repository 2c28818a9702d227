using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class ListTopicsResponse : AmazonWebServiceResponse
{
    public List<Topic>? Topics { get; set; }

    public string? NextToken { get; set; }
}
