using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.S3;

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>Drives S3's writes with the AWS CLI; each test has an account of its own, since it changes it.</summary>
public sealed class S3WriteConformance
{
    private const string Region = "eu-west-1";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Sid":"Logs","Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::new-bucket/*"}]}""";

    [Fact]
    public async Task A_bucket_is_made_found_empty_and_deleted()
    {
        await using var sandbox = await StartAsync();
        var before = sandbox.Account.Export();

        var made = await new AwsCli(sandbox).AskAsync(Region, "s3api", "create-bucket", "--bucket", "new-bucket", "--create-bucket-configuration", $"LocationConstraint={Region}");
        var bucket = New(sandbox);

        Assert.Equal("/new-bucket", made.Text("Location"));
        Assert.Equal((Region, "BucketOwnerEnforced", true), (bucket.Region, bucket.ObjectOwnership, bucket.PublicAccessBlock!.BlockPublicPolicy));
        Assert.Equal("BucketAlreadyOwnedByYou", await ErrorAsync(sandbox, "create-bucket", "--create-bucket-configuration", $"LocationConstraint={Region}"));
        bucket.Objects.Add(new StoredObject { Key = "logs/a b+ü", Size = 7 });
        var listed = await AskAsync(sandbox, "list-objects-v2");
        Assert.Equal(("logs/a b+ü", "7"), (listed["Contents"]![0]!.Text("Key"), listed["Contents"]![0]!.Text("Size")));
        Assert.Equal("BucketNotEmpty", await ErrorAsync(sandbox, "delete-bucket"));
        bucket.Objects.Clear();
        await DoAsync(sandbox, "delete-bucket");
        Assert.Equal(before, sandbox.Account.Export());
    }

    [Fact]
    public async Task A_policy_is_written_read_and_deleted()
    {
        await using var sandbox = await StartAsync(new Bucket { Name = "new-bucket", Region = Region });

        await DoAsync(sandbox, "put-bucket-policy", "--policy", Policy);
        Assert.Equal(Policy, New(sandbox).Policy);
        Assert.Equal(Policy, (await AskAsync(sandbox, "get-bucket-policy")).Text("Policy"));
        await DoAsync(sandbox, "delete-bucket-policy");

        Assert.Null(New(sandbox).Policy);
    }

    [Fact]
    public async Task A_public_access_block_is_written_and_deleted()
    {
        await using var sandbox = await StartAsync(new Bucket { Name = "new-bucket", Region = Region });

        await DoAsync(sandbox, "put-public-access-block", "--public-access-block-configuration", "BlockPublicAcls=true,IgnorePublicAcls=false,BlockPublicPolicy=true,RestrictPublicBuckets=false");
        Assert.True(New(sandbox).PublicAccessBlock is { BlockPublicAcls: true, IgnorePublicAcls: false, BlockPublicPolicy: true, RestrictPublicBuckets: false });
        await DoAsync(sandbox, "delete-public-access-block");

        Assert.Null(New(sandbox).PublicAccessBlock);
    }

    [Fact]
    public async Task Encryption_is_told_written_and_put_back_to_S3_s_own()
    {
        await using var sandbox = await StartAsync(new Bucket { Name = "new-bucket", Region = Region });

        Assert.Equal("AES256", Algorithm(await AskAsync(sandbox, "get-bucket-encryption")));
        await DoAsync(sandbox, "put-bucket-encryption", "--server-side-encryption-configuration", """{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"alias/data"},"BucketKeyEnabled":true}]}""");
        Assert.True(New(sandbox).Encryption is { Algorithm: "aws:kms", KmsKeyId: "alias/data", BucketKeyEnabled: true });
        Assert.Equal("aws:kms", Algorithm(await AskAsync(sandbox, "get-bucket-encryption")));
        await DoAsync(sandbox, "delete-bucket-encryption");

        Assert.True(New(sandbox).Encryption is { Algorithm: "AES256", KmsKeyId: null, BucketKeyEnabled: false });
    }

    [Fact]
    public async Task Versioning_is_written_and_told()
    {
        await using var sandbox = await StartAsync(new Bucket { Name = "new-bucket", Region = Region });

        await DoAsync(sandbox, "put-bucket-versioning", "--versioning-configuration", "Status=Enabled");

        Assert.Equal("Enabled", New(sandbox).Versioning);
        Assert.Equal("Enabled", (await AskAsync(sandbox, "get-bucket-versioning")).Text("Status"));
    }

    [Fact]
    public async Task Access_logging_is_switched_on_and_off()
    {
        await using var sandbox = await StartAsync(new Bucket { Name = "new-bucket", Region = Region }, new Bucket { Name = "log-bucket", Region = Region });

        await DoAsync(sandbox, "put-bucket-logging", "--bucket-logging-status", """{"LoggingEnabled":{"TargetBucket":"log-bucket","TargetPrefix":"new/"}}""");
        var told = (await AskAsync(sandbox, "get-bucket-logging"))["LoggingEnabled"]!;
        Assert.Equal(("log-bucket", "new/"), (New(sandbox).Logging!.TargetBucket, New(sandbox).Logging!.TargetPrefix));
        Assert.Equal(("log-bucket", "new/"), (told.Text("TargetBucket"), told.Text("TargetPrefix")));
        await DoAsync(sandbox, "put-bucket-logging", "--bucket-logging-status", "{}");

        Assert.Null(New(sandbox).Logging);
        Assert.Equal("InvalidTargetBucketForLogging", await ErrorAsync(sandbox, "put-bucket-logging", "--bucket-logging-status", """{"LoggingEnabled":{"TargetBucket":"no-bucket","TargetPrefix":""}}"""));
    }

    [Fact]
    public async Task Tags_are_written_told_and_deleted()
    {
        await using var sandbox = await StartAsync(new Bucket { Name = "new-bucket", Region = Region });

        await DoAsync(sandbox, "put-bucket-tagging", "--tagging", """{"TagSet":[{"Key":"CisPosture","Value":"2.1"},{"Key":"owner","Value":""}]}""");
        Assert.Equal([("CisPosture", "2.1"), ("owner", "")], New(sandbox).Tags.Select(tag => (tag.Key, tag.Value)));
        Assert.Equal(["2.1", ""], (await AskAsync(sandbox, "get-bucket-tagging"))["TagSet"].Each("Value"));
        await DoAsync(sandbox, "delete-bucket-tagging");

        Assert.Equal("NoSuchTagSet", await ErrorAsync(sandbox, "get-bucket-tagging"));
    }

    [Fact]
    public async Task Ownership_is_written_and_deleted()
    {
        await using var sandbox = await StartAsync(new Bucket { Name = "new-bucket", Region = Region });

        await DoAsync(sandbox, "put-bucket-ownership-controls", "--ownership-controls", "Rules=[{ObjectOwnership=BucketOwnerPreferred}]");
        Assert.Equal("BucketOwnerPreferred", New(sandbox).ObjectOwnership);
        await DoAsync(sandbox, "delete-bucket-ownership-controls");

        Assert.Null(New(sandbox).ObjectOwnership);
    }

    private static async Task<SandboxServer> StartAsync(params Bucket[] buckets)
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        sandbox.Account.Change(account => account.S3.Buckets.AddRange(buckets));
        return sandbox;
    }

    private static Bucket New(SandboxServer sandbox) => sandbox.Account.S3.Buckets.Single(bucket => bucket.Name == "new-bucket");

    private static string? Algorithm(JsonNode answer) => answer["ServerSideEncryptionConfiguration"]!["Rules"]![0]!["ApplyServerSideEncryptionByDefault"]!.Text("SSEAlgorithm");

    private static Task<JsonNode> AskAsync(SandboxServer sandbox, string operation, params string[] arguments) => new AwsCli(sandbox).AskAsync(Region, ["s3api", operation, "--bucket", "new-bucket", .. arguments]);

    private static Task DoAsync(SandboxServer sandbox, string operation, params string[] arguments) => new AwsCli(sandbox).DoAsync(Region, ["s3api", operation, "--bucket", "new-bucket", .. arguments]);

    private static Task<string> ErrorAsync(SandboxServer sandbox, string operation, params string[] arguments) => new AwsCli(sandbox).ErrorAsync(Region, ["s3api", operation, "--bucket", "new-bucket", .. arguments]);
}
