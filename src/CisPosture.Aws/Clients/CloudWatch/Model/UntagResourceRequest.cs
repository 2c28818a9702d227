using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class UntagResourceRequest : AmazonWebServiceRequest
{
    public string? ResourceARN { get; set; }

    public List<string>? TagKeys { get; set; }
}
