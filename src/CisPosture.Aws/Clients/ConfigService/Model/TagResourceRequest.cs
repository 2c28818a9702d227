using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class TagResourceRequest : AmazonWebServiceRequest
{
    public string? ResourceArn { get; set; }

    public List<Tag>? Tags { get; set; }
}
