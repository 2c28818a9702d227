using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class RemoveTagsRequest : AmazonWebServiceRequest
{
    public string? ResourceId { get; set; }

    public List<Tag>? TagsList { get; set; }
}
