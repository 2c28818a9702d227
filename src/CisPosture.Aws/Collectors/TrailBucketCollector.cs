using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Controls;
using GetAccountPublicAccessBlockRequest = Amazon.S3Control.Model.GetPublicAccessBlockRequest;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads the buckets that trails write to, each in its own Region and only as the own account's.</summary>
internal sealed class TrailBucketCollector(CollectionContext context)
    : AccountCollector(context, EvidenceKind.TrailBucketExposure, EvidenceKind.TrailBucketLogging)
{
    private bool ReadsExposure => Context.Needed.Contains(EvidenceKind.TrailBucketExposure);

    private bool ReadsLogging => Context.Needed.Contains(EvidenceKind.TrailBucketLogging);

    protected override async Task ReadAsync()
    {
        var owners = Context.Store.Current.Trails
            .Select(evidence => evidence.Trail)
            .Where(trail => !string.IsNullOrEmpty(trail.S3BucketName))
            .ToLookup(trail => trail.S3BucketName!, IsOwn, StringComparer.Ordinal);
        if (owners.Count == 0)
        {
            return;
        }

        var accountBlock = ReadsExposure ? ReadAccountBlockAsync() : Task.FromResult(Evidence<PublicAccessBlock>.NotCollected);
        var buckets = await CollectionContext.ReadEachAsync(
            owners.Select(owner => owner.Key),
            name => ReadBucketAsync(name, isForeign: !owners[name].Contains(true))).ConfigureAwait(false);
        var block = await accountBlock.ConfigureAwait(false);
        Context.Store.Update(account => account with { TrailBuckets = buckets, AccountPublicAccessBlock = block });
    }

    private bool IsOwn(Trail trail) => Arn.TryParse(trail.Arn, out var arn) && arn.AccountId == Context.AccountId;

    private async Task<TrailBucket> ReadBucketAsync(string name, bool isForeign)
    {
        var location = await Context.ReadAsync(() => LocateAsync(name), gap => isForeign || gap.ErrorCode == ErrorCodes.NoSuchBucket).ConfigureAwait(false);
        if (!location.TryGet(out var region, out var gap))
        {
            return Unreadable(name, location, gap);
        }

        var bucket = new BucketReader(Context, name, region, isForeign);
        var exposed = ReadsExposure ? bucket.ReadExposureAsync() : Task.FromResult(new TrailBucket { BucketName = name });
        var logging = ReadsLogging ? bucket.ReadLoggingAsync() : Task.FromResult(Evidence<BucketLogging>.NotCollected);
        return await exposed.ConfigureAwait(false) with { Location = location, Logging = await logging.ConfigureAwait(false) };
    }

    // What cannot even be found cannot be read: the same gap stands for all of it.
    private TrailBucket Unreadable(string name, Evidence<string> location, EvidenceGap gap) => new()
    {
        BucketName = name,
        Location = location,
        PublicAccessBlock = MissingIf<PublicAccessBlock>(ReadsExposure, gap),
        Grants = MissingIf<IReadOnlyList<BucketGrant>>(ReadsExposure, gap),
        IsPolicyPublic = MissingIf<bool>(ReadsExposure, gap),
        ObjectOwnership = MissingIf<string>(ReadsExposure, gap),
        Logging = MissingIf<BucketLogging>(ReadsLogging, gap),
    };

    private static Evidence<T> MissingIf<T>(bool isRead, EvidenceGap gap)
        where T : notnull => isRead ? Evidence.Missing<T>(gap) : Evidence<T>.NotCollected;

    private Task<string> LocateAsync(string name) => BucketReader.LocateAsync(Context, name);

    private Task<Evidence<PublicAccessBlock>> ReadAccountBlockAsync() => Context.ReadAsync(async () =>
    {
        try
        {
            var response = await Context.Calls.CallAsync(
                Operations.GetAccountPublicAccessBlock,
                Context.HomeRegion,
                cancellation => Context.Clients.S3Control(Context.HomeRegion).GetPublicAccessBlockAsync(
                    new GetAccountPublicAccessBlockRequest { AccountId = Context.AccountId }, cancellation)).ConfigureAwait(false);
            var block = response.PublicAccessBlockConfiguration;
            return new PublicAccessBlock
            {
                BlockPublicAcls = block?.BlockPublicAcls == true,
                IgnorePublicAcls = block?.IgnorePublicAcls == true,
                BlockPublicPolicy = block?.BlockPublicPolicy == true,
                RestrictPublicBuckets = block?.RestrictPublicBuckets == true,
            };
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchPublicAccessBlock))
        {
            return new PublicAccessBlock();
        }
    });
}
