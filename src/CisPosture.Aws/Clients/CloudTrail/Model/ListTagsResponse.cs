using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class ListTagsResponse : AmazonWebServiceResponse
{
    public List<ResourceTag>? ResourceTagList { get; set; }

    public string? NextToken { get; set; }
}
