using Amazon.Organizations.Model;
using Amazon.Runtime;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.Organizations;

internal sealed class AmazonOrganizationsClient(AWSCredentials credentials, AmazonOrganizationsConfig config) : JsonClient(credentials, config)
{
    public Task<ListAccountsResponse> ListAccountsAsync(ListAccountsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListAccountsResponse>(request, cancellationToken);
}
