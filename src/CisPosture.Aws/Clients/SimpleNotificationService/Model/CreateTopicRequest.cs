using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

internal sealed class CreateTopicRequest : AmazonWebServiceRequest
{
    public string? Name { get; set; }

    public Dictionary<string, string>? Attributes { get; set; }

    public List<Tag>? Tags { get; set; }
}
