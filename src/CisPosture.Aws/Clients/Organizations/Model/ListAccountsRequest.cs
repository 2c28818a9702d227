using Amazon.Runtime;

namespace Amazon.Organizations.Model;

internal sealed class ListAccountsRequest : AmazonWebServiceRequest
{
    public string? NextToken { get; set; }
}
