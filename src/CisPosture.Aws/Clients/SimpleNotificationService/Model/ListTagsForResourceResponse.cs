using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }
}
