using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class ListTagsForResourceRequest : AmazonWebServiceRequest
{
    public string? ResourceARN { get; set; }
}
