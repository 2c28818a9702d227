using Amazon.S3;
using Amazon.S3.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.S3;

/// <summary>The SDK's own S3 client against the sandbox, with the checksums and headers that it sends by itself.</summary>
public sealed class BucketWriteTests
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::trail-bucket/*"}]}""";
    private const string Owner = "111122223333";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("eu-west-1")]
    public async Task A_bucket_is_made_set_up_read_and_deleted(string region)
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var s3 = sandbox.Clients.S3(region);
        var before = sandbox.Server.Account.Export();

        await s3.PutBucketAsync(new PutBucketRequest { BucketName = "trail-bucket", UseClientRegion = false, BucketRegionName = region }, Token);
        await s3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner, PublicAccessBlockConfiguration = new() { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true } }, Token);
        await s3.PutBucketEncryptionAsync(new PutBucketEncryptionRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner, ServerSideEncryptionConfiguration = new() { ServerSideEncryptionRules = [new() { ServerSideEncryptionByDefault = new() { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256 } }] } }, Token);
        await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner, VersioningConfig = new() { Status = VersionStatus.Enabled } }, Token);
        await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner, Policy = Policy }, Token);
        await s3.PutBucketTaggingAsync(new PutBucketTaggingRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner, TagSet = [new Tag { Key = "CisPosture", Value = "2.1" }] }, Token);
        await s3.PutBucketOwnershipControlsAsync(new PutBucketOwnershipControlsRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner, OwnershipControls = new() { Rules = [new() { ObjectOwnership = ObjectOwnership.BucketOwnerPreferred }] } }, Token);
        await s3.PutBucketOwnershipControlsAsync(new PutBucketOwnershipControlsRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner, OwnershipControls = new() { Rules = [new() { ObjectOwnership = ObjectOwnership.BucketOwnerEnforced }] } }, Token);
        await s3.PutBucketLoggingAsync(new PutBucketLoggingRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner, LoggingConfig = new() { TargetBucketName = "trail-bucket", TargetPrefix = "access/" } }, Token);

        var bucket = sandbox.Server.Account.S3.Buckets.Single(other => other.Name == "trail-bucket");
        Assert.Equal((region, "Enabled", "2.1", "BucketOwnerEnforced"), (bucket.Region, bucket.Versioning, bucket.Tags["CisPosture"], bucket.ObjectOwnership));
        Assert.Equal(Policy, (await s3.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = "trail-bucket" }, Token)).Policy);
        Assert.Equal("AES256", (await s3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = "trail-bucket" }, Token)).ServerSideEncryptionConfiguration.ServerSideEncryptionRules[0].ServerSideEncryptionByDefault.ServerSideEncryptionAlgorithm.Value);
        Assert.Equal("Enabled", (await s3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = "trail-bucket" }, Token)).VersioningConfig.Status.Value);
        Assert.Equal("CisPosture", Assert.Single((await s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = "trail-bucket" }, Token)).TagSet).Key);
        Assert.Equal(("trail-bucket", "access/"), (bucket.Logging!.TargetBucket, bucket.Logging.TargetPrefix));
        Assert.Equal(0, (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "trail-bucket" }, Token)).KeyCount);
        await s3.PutBucketLoggingAsync(new PutBucketLoggingRequest { BucketName = "trail-bucket", LoggingConfig = new() }, Token);
        await s3.DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = "trail-bucket" }, Token);
        await s3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = "trail-bucket" }, Token);
        await s3.DeleteBucketEncryptionAsync(new DeleteBucketEncryptionRequest { BucketName = "trail-bucket" }, Token);
        await s3.DeleteBucketTaggingAsync(new DeleteBucketTaggingRequest { BucketName = "trail-bucket" }, Token);
        Assert.True(bucket is { Logging: null, Policy: null, PublicAccessBlock: null, Tags.Count: 0 });
        await s3.DeleteBucketAsync(new DeleteBucketRequest { BucketName = "trail-bucket", ExpectedBucketOwner = Owner }, Token);
        Assert.Equal(before, sandbox.Server.Account.Export());
    }

    [Fact]
    public async Task Errors_come_with_S3_s_codes()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var s3 = sandbox.Clients.S3("eu-west-1");
        sandbox.Server.Account.Change(account => account.S3.Buckets.Add(new() { Name = "theirs", OwnerAccountId = "999988887777", Region = "eu-west-1" }));
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = "trail-bucket", BucketRegionName = "eu-west-1" }, Token);

        Assert.Equal("BucketAlreadyOwnedByYou", await SandboxClients.ErrorAsync(() => s3.PutBucketAsync(new PutBucketRequest { BucketName = "trail-bucket", BucketRegionName = "eu-west-1" }, Token)));
        Assert.Equal("BucketAlreadyExists", await SandboxClients.ErrorAsync(() => s3.PutBucketAsync(new PutBucketRequest { BucketName = "theirs", BucketRegionName = "eu-west-1" }, Token)));
        Assert.Equal("AccessDenied", await SandboxClients.ErrorAsync(() => s3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = "trail-bucket", ExpectedBucketOwner = "999988887777", Policy = Policy }, Token)));
        Assert.Equal("MalformedPolicy", await SandboxClients.ErrorAsync(() => s3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = "trail-bucket", Policy = "{}" }, Token)));
        Assert.Equal("InvalidTargetBucketForLogging", await SandboxClients.ErrorAsync(() => s3.PutBucketLoggingAsync(new PutBucketLoggingRequest { BucketName = "trail-bucket", LoggingConfig = new() { TargetBucketName = "nowhere", TargetPrefix = "" } }, Token)));
    }
}
