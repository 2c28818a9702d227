using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class ListTagsRequest : AmazonWebServiceRequest
{
    public List<string>? ResourceIdList { get; set; }

    public string? NextToken { get; set; }
}
