using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Controls;

namespace CisPosture.Aws.Collectors;

/// <summary>
/// Asks each trail's home Region, by ARN, for a detail of it. Each trail stands for itself: what another account's trail does not tell
/// blinds no other.
/// </summary>
internal abstract class TrailDetailCollector<TDetail>(CollectionContext context, EvidenceKind kind) : AccountCollector(context, kind)
    where TDetail : notnull
{
    protected sealed override async Task ReadAsync()
    {
        var trails = Context.Store.Current.Trails.Select(evidence => evidence.Trail).ToDictionary(trail => trail.Arn, StringComparer.Ordinal);
        var details = await CollectionContext.ReadEachAsync(
            trails.Keys,
            arn => Context.ReadAsync(() => ReadAsync(trails[arn]), _ => !IsOwn(arn))).ConfigureAwait(false);
        Context.Store.Update(account => account with
        {
            Trails = [.. account.Trails.Select(trail => With(trail, details[trail.Trail.Arn]))],
        });
    }

    protected abstract Task<TDetail> ReadAsync(Trail trail);

    protected abstract TrailEvidence With(TrailEvidence trail, Evidence<TDetail> detail);

    protected Task<T> CallAsync<T>(
        ApiOperation operation, Trail trail, Func<Amazon.CloudTrail.AmazonCloudTrailClient, CancellationToken, Task<T>> send) =>
        Context.Calls.CallAsync(operation, trail.HomeRegion, cancellation => send(Context.Clients.CloudTrail(trail.HomeRegion), cancellation));

    private bool IsOwn(string arn) => Arn.TryParse(arn, out var parsed) && parsed.AccountId == Context.AccountId;
}
