using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }
}
