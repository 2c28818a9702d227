using Amazon.Runtime;
using Amazon.SecurityHub.Model;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.SecurityHub;

internal sealed class AmazonSecurityHubClient(AWSCredentials credentials, AmazonSecurityHubConfig config) : RestJsonClient(credentials, config)
{
    protected override IReadOnlyDictionary<Type, RestOperation> Operations { get; } = new Dictionary<Type, RestOperation>
    {
        [typeof(GetFindingsRequest)] = new("POST", "/findings"),
        [typeof(BatchImportFindingsRequest)] = new("POST", "/findings/import"),
        [typeof(BatchUpdateFindingsRequest)] = new("PATCH", "/findings/batchupdate"),
    };

    public Task<GetFindingsResponse> GetFindingsAsync(GetFindingsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetFindingsResponse>(request, cancellationToken);

    public Task<BatchImportFindingsResponse> BatchImportFindingsAsync(BatchImportFindingsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<BatchImportFindingsResponse>(request, cancellationToken);

    public Task<BatchUpdateFindingsResponse> BatchUpdateFindingsAsync(BatchUpdateFindingsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<BatchUpdateFindingsResponse>(request, cancellationToken);
}
