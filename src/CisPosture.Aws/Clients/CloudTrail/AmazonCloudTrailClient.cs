using Amazon.CloudTrail.Model;
using Amazon.Runtime;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.CloudTrail;

internal sealed class AmazonCloudTrailClient(AWSCredentials credentials, AmazonCloudTrailConfig config) : JsonClient(credentials, config)
{
    public Task<DescribeTrailsResponse> DescribeTrailsAsync(DescribeTrailsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeTrailsResponse>(request, cancellationToken);

    public Task<GetTrailStatusResponse> GetTrailStatusAsync(GetTrailStatusRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetTrailStatusResponse>(request, cancellationToken);

    public Task<GetEventSelectorsResponse> GetEventSelectorsAsync(GetEventSelectorsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetEventSelectorsResponse>(request, cancellationToken);

    public Task<ListTrailsResponse> ListTrailsAsync(ListTrailsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTrailsResponse>(request, cancellationToken);

    public Task<GetTrailResponse> GetTrailAsync(GetTrailRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetTrailResponse>(request, cancellationToken);

    public Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTagsResponse>(request, cancellationToken);

    public Task<CreateTrailResponse> CreateTrailAsync(CreateTrailRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateTrailResponse>(request, cancellationToken);

    public Task<UpdateTrailResponse> UpdateTrailAsync(UpdateTrailRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateTrailResponse>(request, cancellationToken);

    public Task<DeleteTrailResponse> DeleteTrailAsync(DeleteTrailRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteTrailResponse>(request, cancellationToken);

    public Task<StartLoggingResponse> StartLoggingAsync(StartLoggingRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<StartLoggingResponse>(request, cancellationToken);

    public Task<StopLoggingResponse> StopLoggingAsync(StopLoggingRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<StopLoggingResponse>(request, cancellationToken);

    public Task<PutEventSelectorsResponse> PutEventSelectorsAsync(PutEventSelectorsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutEventSelectorsResponse>(request, cancellationToken);

    public Task<AddTagsResponse> AddTagsAsync(AddTagsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<AddTagsResponse>(request, cancellationToken);

    public Task<RemoveTagsResponse> RemoveTagsAsync(RemoveTagsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<RemoveTagsResponse>(request, cancellationToken);
}
