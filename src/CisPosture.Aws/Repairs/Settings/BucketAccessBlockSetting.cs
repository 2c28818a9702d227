using Amazon.S3.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>The block of public access of a bucket; missing where it has none.</summary>
internal sealed class BucketAccessBlockSetting : Setting
{
    public const string Name = "BucketAccessBlock";

    public static readonly RepairState Whole = Of(new PublicAccessBlockConfiguration { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true });

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region, string bucket) => new(Name, region, BucketSetting.Arn(place, bucket));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                Operations.GetBucketPublicAccessBlock,
                target.Region,
                cancellation => context.Clients.S3(target.Region).GetPublicAccessBlockAsync(
                    new GetPublicAccessBlockRequest { BucketName = BucketSetting.NameOf(target), ExpectedBucketOwner = context.Place.AccountId }, cancellation)).ConfigureAwait(false);
            return new SettingReading(Of(answer.PublicAccessBlockConfiguration));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchPublicAccessBlock) || failure.Is(ErrorCodes.NoSuchBucket))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteBucketPublicAccessBlock,
            new DeletePublicAccessBlockRequest { BucketName = BucketSetting.NameOf(target), ExpectedBucketOwner = place.AccountId },
            (clients, request, cancellation) => clients.S3(target.Region).DeletePublicAccessBlockAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.PutBucketPublicAccessBlock,
            new PutPublicAccessBlockRequest
            {
                BucketName = BucketSetting.NameOf(target),
                ExpectedBucketOwner = place.AccountId,
                PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration
                {
                    BlockPublicAcls = to.IsOn(nameof(PublicAccessBlockConfiguration.BlockPublicAcls)),
                    IgnorePublicAcls = to.IsOn(nameof(PublicAccessBlockConfiguration.IgnorePublicAcls)),
                    BlockPublicPolicy = to.IsOn(nameof(PublicAccessBlockConfiguration.BlockPublicPolicy)),
                    RestrictPublicBuckets = to.IsOn(nameof(PublicAccessBlockConfiguration.RestrictPublicBuckets)),
                },
            },
            (clients, request, cancellation) => clients.S3(target.Region).PutPublicAccessBlockAsync(request, cancellation));

    private static RepairState Of(PublicAccessBlockConfiguration block) => RepairState.Of(
        (nameof(block.BlockPublicAcls), block.BlockPublicAcls == true),
        (nameof(block.IgnorePublicAcls), block.IgnorePublicAcls == true),
        (nameof(block.BlockPublicPolicy), block.BlockPublicPolicy == true),
        (nameof(block.RestrictPublicBuckets), block.RestrictPublicBuckets == true));
}
