using Amazon.S3;
using Amazon.S3.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads one bucket in its own Region, as the own account's: S3 refuses where somebody else owns a bucket of that name.</summary>
internal sealed class BucketReader(CollectionContext context, string bucket, string region, bool isForeign)
{
    /// <summary>The Region that a bucket lies in. S3 answers with nothing for the partition's first Region and "EU" for its first European one.</summary>
    public static Task<string> LocateAsync(CollectionContext context, string bucket) =>
        LocateAsync(context.Calls, context.Clients, context.HomeRegion, context.AccountId, bucket);

    /// <summary>The same for whoever collects nothing.</summary>
    public static async Task<string> LocateAsync(ApiCaller calls, AwsClients clients, string homeRegion, string owner, string bucket)
    {
        var response = await calls.CallAsync(
            Operations.GetBucketLocation,
            homeRegion,
            cancellation => clients.S3(homeRegion).GetBucketLocationAsync(
                new GetBucketLocationRequest { BucketName = bucket, ExpectedBucketOwner = owner }, cancellation)).ConfigureAwait(false);
        return response.Location?.Value switch
        {
            null or "" or "US" => homeRegion,
            "EU" => "eu-west-1",
            var location => location,
        };
    }

    public async Task<TrailBucket> ReadExposureAsync()
    {
        var block = ReadAsync(GetPublicAccessBlockAsync);
        var grants = ReadAsync(GetGrantsAsync);
        var isPolicyPublic = ReadAsync(IsPolicyPublicAsync);
        var ownership = ReadAsync(GetOwnershipAsync);
        return new TrailBucket
        {
            BucketName = bucket,
            PublicAccessBlock = await block.ConfigureAwait(false),
            Grants = await grants.ConfigureAwait(false),
            IsPolicyPublic = await isPolicyPublic.ConfigureAwait(false),
            ObjectOwnership = await ownership.ConfigureAwait(false),
        };
    }

    public Task<Evidence<BucketLogging>> ReadLoggingAsync() => ReadAsync(async () =>
    {
        var response = await CallAsync(
            Operations.GetBucketLogging,
            (s3, cancellation) => s3.GetBucketLoggingAsync(
                    new GetBucketLoggingRequest { BucketName = bucket, ExpectedBucketOwner = context.AccountId }, cancellation)).ConfigureAwait(false);
        var target = response.BucketLoggingConfig?.TargetBucketName;
        return new BucketLogging
        {
            TargetBucket = target,
            TargetPrefix = response.BucketLoggingConfig?.TargetPrefix,
            TargetExists = string.IsNullOrEmpty(target) ? null : await ReadTargetAsync(target!).ConfigureAwait(false),
        };
    });

    private async Task<Evidence<bool>> ReadTargetAsync(string target)
    {
        if (target == bucket)
        {
            return Evidence.Of(true);
        }

        var location = await context.ReadAsync(() => LocateAsync(context, target), gap => gap.ErrorCode == ErrorCodes.NoSuchBucket).ConfigureAwait(false);
        return location.TryGet(out _, out var gap)
            ? Evidence.Of(true)
            : gap.ErrorCode == ErrorCodes.NoSuchBucket ? Evidence.Of(false) : Evidence.Missing<bool>(gap);
    }

    private async Task<PublicAccessBlock> GetPublicAccessBlockAsync()
    {
        try
        {
            var response = await CallAsync(
                Operations.GetBucketPublicAccessBlock,
                (s3, cancellation) => s3.GetPublicAccessBlockAsync(
                    new GetPublicAccessBlockRequest { BucketName = bucket, ExpectedBucketOwner = context.AccountId }, cancellation)).ConfigureAwait(false);
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
    }

    private async Task<IReadOnlyList<BucketGrant>> GetGrantsAsync()
    {
        var response = await CallAsync(
            Operations.GetBucketAcl,
            (s3, cancellation) => s3.GetBucketAclAsync(
                    new GetBucketAclRequest { BucketName = bucket, ExpectedBucketOwner = context.AccountId }, cancellation)).ConfigureAwait(false);
        return
        [
            .. response.Grants.OrEmpty()
                .Select(grant => new BucketGrant
                {
                    Grantee = grant.Grantee?.URI ?? grant.Grantee?.CanonicalUser ?? grant.Grantee?.EmailAddress ?? string.Empty,
                    Permission = grant.Permission?.Value ?? string.Empty,
                })
                .OrderBy(grant => grant.Grantee, StringComparer.Ordinal)
                .ThenBy(grant => grant.Permission, StringComparer.Ordinal),
        ];
    }

    private async Task<bool> IsPolicyPublicAsync()
    {
        try
        {
            var response = await CallAsync(
                Operations.GetBucketPolicyStatus,
                (s3, cancellation) => s3.GetBucketPolicyStatusAsync(
                    new GetBucketPolicyStatusRequest { BucketName = bucket, ExpectedBucketOwner = context.AccountId }, cancellation)).ConfigureAwait(false);
            return response.PolicyStatus?.IsPublic == true;
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchBucketPolicy))
        {
            return false;
        }
    }

    private async Task<string> GetOwnershipAsync()
    {
        try
        {
            var response = await CallAsync(
                Operations.GetBucketOwnershipControls,
                (s3, cancellation) => s3.GetBucketOwnershipControlsAsync(
                    new GetBucketOwnershipControlsRequest { BucketName = bucket, ExpectedBucketOwner = context.AccountId }, cancellation)).ConfigureAwait(false);
            return response.OwnershipControls?.Rules.OrEmpty().Select(rule => rule.ObjectOwnership?.Value).FirstOrDefault() ?? "ObjectWriter";
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.OwnershipControlsNotFound))
        {
            return "ObjectWriter";
        }
    }

    private Task<T> CallAsync<T>(ApiOperation operation, Func<AmazonS3Client, CancellationToken, Task<T>> send) =>
        context.Calls.CallAsync(operation, region, cancellation => send(context.Clients.S3(region), cancellation));

    private Task<Evidence<T>> ReadAsync<T>(Func<Task<T>> read)
        where T : notnull => context.ReadAsync(read, _ => isForeign);
}
