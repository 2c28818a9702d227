using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetAccountSummaryResponse : AmazonWebServiceResponse
{
    public Dictionary<string,int>? SummaryMap { get; set; }
}
