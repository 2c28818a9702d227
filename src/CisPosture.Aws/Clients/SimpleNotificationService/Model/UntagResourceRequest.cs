using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class UntagResourceRequest : AmazonWebServiceRequest
{
    public string? ResourceArn { get; set; }

    public List<string>? TagKeys { get; set; }
}
