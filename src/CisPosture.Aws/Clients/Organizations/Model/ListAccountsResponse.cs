using Amazon.Runtime;

namespace Amazon.Organizations.Model;

internal sealed class ListAccountsResponse : AmazonWebServiceResponse
{
    public List<Account>? Accounts { get; set; }

    public string? NextToken { get; set; }
}
