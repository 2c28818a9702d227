using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string>? Tags { get; set; }
}
