using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class ListTagsForResourceRequest : AmazonWebServiceRequest
{
    public string? ResourceArn { get; set; }
}
