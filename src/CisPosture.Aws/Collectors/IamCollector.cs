using Amazon.IdentityManagement;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads from IAM, which answers for the whole account.</summary>
internal abstract class IamCollector(CollectionContext context, params EvidenceKind[] kinds) : AccountCollector(context, kinds)
{
    protected AmazonIdentityManagementServiceClient Iam => Context.Clients.IdentityManagement(Context.HomeRegion);

    protected Task<T> CallAsync<T>(ApiOperation operation, Func<AmazonIdentityManagementServiceClient, CancellationToken, Task<T>> send) =>
        Context.Calls.CallAsync(operation, Context.HomeRegion, cancellation => send(Iam, cancellation));

    protected Task<List<TPage>> PagesAsync<TPage>(
        ApiOperation operation,
        Func<AmazonIdentityManagementServiceClient, string?, CancellationToken, Task<TPage>> send,
        Func<TPage, (bool? IsTruncated, string? Marker)> next) =>
        Context.Calls.PagesAsync(
            operation,
            Context.HomeRegion,
            (marker, cancellation) => send(Iam, marker, cancellation),
            page => next(page) is (true, var marker) ? marker : null);

    protected DateTimeOffset Required(ApiOperation operation, DateTime? time, string member) =>
        time?.AsUtc() ?? throw ApiCaller.Broken(operation, Context.HomeRegion, $"The answer has no {member}.");
}
