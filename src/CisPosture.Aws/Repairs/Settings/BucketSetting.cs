using Amazon.S3.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A bucket that is there and the account's own. S3 removes a bucket only while it is empty, so one that holds logs by then outlives undo.</summary>
internal sealed class BucketSetting : Setting
{
    public const string Name = "Bucket";

    private const string FirstRegion = "us-east-1";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region, string bucket) => new(Name, region, Arn(place, bucket));

    public static string Arn(RepairPlace place, string bucket) => $"arn:{place.Partition}:s3:::{bucket}";

    public static string NameOf(RepairTarget target) => target.ResourceId.Substring(target.ResourceId.LastIndexOf(':') + 1);

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            await context.Calls.CallAsync(
                Operations.GetBucketLocation,
                context.Place.HomeRegion,
                cancellation => context.Clients.S3(context.Place.HomeRegion).GetBucketLocationAsync(
                    new GetBucketLocationRequest { BucketName = NameOf(target), ExpectedBucketOwner = context.Place.AccountId }, cancellation)).ConfigureAwait(false);
            return new SettingReading(RepairState.Empty);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchBucket))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteBucket,
            new DeleteBucketRequest { BucketName = NameOf(target), ExpectedBucketOwner = place.AccountId },
            (clients, request, cancellation) => clients.S3(target.Region).DeleteBucketAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.CreateBucket,
            // Said outright, because with an endpoint of the user's the SDK does not tell S3 the Region by itself.
            new PutBucketRequest { BucketName = NameOf(target), UseClientRegion = false, BucketRegionName = target.Region == FirstRegion ? null : target.Region },
            (clients, request, cancellation) => clients.S3(target.Region).PutBucketAsync(request, cancellation));
}
