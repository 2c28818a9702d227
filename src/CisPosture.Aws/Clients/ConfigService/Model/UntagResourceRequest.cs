using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class UntagResourceRequest : AmazonWebServiceRequest
{
    public string? ResourceArn { get; set; }

    public List<string>? TagKeys { get; set; }
}
