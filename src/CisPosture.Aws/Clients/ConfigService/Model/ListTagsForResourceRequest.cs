using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class ListTagsForResourceRequest : AmazonWebServiceRequest
{
    public string? ResourceArn { get; set; }

    public int? Limit { get; set; }

    public string? NextToken { get; set; }
}
