using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class TagResourceRequest : AmazonWebServiceRequest
{
    public string? ResourceARN { get; set; }

    public List<Tag>? Tags { get; set; }
}
