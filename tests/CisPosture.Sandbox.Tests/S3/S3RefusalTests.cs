using System.Net;
using System.Security.Cryptography;
using System.Text;
using CisPosture.Sandbox.State.S3;

namespace CisPosture.Sandbox.Tests.S3;

/// <summary>What S3 does not do, and in which words it says so.</summary>
public sealed class S3RefusalTests : IAsyncLifetime
{
    private const string OtherAccount = "999988887777";
    private const string Everyone = """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::mine/*"}]}""";

    private SandboxServer _sandbox = null!;
    private WireClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        _sandbox.Account.Change(account => account.S3.Buckets.AddRange(
        [
            new Bucket { Name = "mine" },
            new Bucket { Name = "logs" },
            new Bucket { Name = "listed", ObjectOwnership = "ObjectWriter" },
            new Bucket { Name = "irish", Region = "eu-west-1" },
            new Bucket { Name = "theirs", OwnerAccountId = OtherAccount },
        ]));
        _client = new WireClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
        Assert.Empty(_sandbox.Faults);
    }

    [Theory]
    [InlineData("us-east-1", "No-Capitals", null, "InvalidBucketName")]
    [InlineData("us-east-1", "ab", null, "InvalidBucketName")]
    [InlineData("us-east-1", "10.0.0.1", null, "InvalidBucketName")]
    [InlineData("us-east-1", "two..dots", null, "InvalidBucketName")]
    [InlineData("us-east-1", "fine-name", "us-east-1", "InvalidLocationConstraint")]
    [InlineData("us-east-1", "fine-name", "mars-east-1", "InvalidLocationConstraint")]
    [InlineData("us-east-1", "fine-name", "eu-west-1", null)]
    [InlineData("us-east-1", "fine-name", null, null)]
    [InlineData("eu-west-1", "fine-name", null, "IllegalLocationConstraintException")]
    [InlineData("eu-west-1", "fine-name", "ap-southeast-2", "IllegalLocationConstraintException")]
    [InlineData("eu-west-1", "fine-name", "eu-west-1", null)]
    [InlineData("eu-west-1", "fine-name", "EU", null)]
    [InlineData("us-east-1", "theirs", null, "BucketAlreadyExists")]
    [InlineData("eu-west-1", "irish", "eu-west-1", "BucketAlreadyOwnedByYou")]
    [InlineData("us-east-1", "irish", "eu-west-1", "BucketAlreadyOwnedByYou")]
    [InlineData("us-east-1", "mine", null, null)]
    public async Task A_bucket_can_be_made_where_the_request_goes_and_under_a_name_that_nobody_has(string region, string name, string? constraint, string? code)
    {
        using var client = new WireClient(_sandbox) { Region = region };
        var body = constraint is null ? "" : $"<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>{constraint}</LocationConstraint></CreateBucketConfiguration>";

        var answer = await client.SendAsync("s3", HttpMethod.Put, $"/{name}", [], Encoding.UTF8.GetBytes(body));

        Assert.Equal(code, answer.Text.Length == 0 ? null : answer.Code);
        Assert.Equal(code is null ? HttpStatusCode.OK : answer.Status, answer.Status);
        if (code is null) Assert.Single(_sandbox.Account.S3.Buckets, bucket => bucket.Name == name);
    }

    [Theory]
    [InlineData("not json", "MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::mine/*"}]}""", "MalformedPolicy", "Missing required field Principal")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/nobody"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::mine/*"}]}""", "MalformedPolicy", "Invalid principal in policy")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]}""", "MalformedPolicy", "Policy has invalid resource")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"*"}]}""", "MalformedPolicy", "Policy has invalid resource")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:Decrypt","Resource":"arn:aws:s3:::mine/*"}]}""", "MalformedPolicy", "Policy has invalid action")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::mine"}]}""", "MalformedPolicy", "Action does not apply to any resource(s) in statement")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::mine/*"}]}""", "MalformedPolicy", "Action does not apply to any resource(s) in statement")]
    [InlineData("", "MissingRequestBodyError", "Request Body is empty")]
    public async Task A_bucket_policy_must_be_one_and_about_the_bucket(string document, string code, string message)
    {
        var answer = await PutAsync("/mine?policy", document);

        Assert.Equal((code, message), (answer.Code, answer.Message));
        Assert.Null(Bucket("mine").Policy);
    }

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":["s3:PutObject","s3:GetBucketAcl"],"Resource":["arn:aws:s3:::mine","arn:aws:s3:::mine/AWSLogs/111122223333/*"]}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::mine","arn:aws:s3:::mine/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""")]
    public async Task Policies_as_they_are_written_in_earnest_are_taken_as_they_stand(string document)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync("/mine?policy", document)).Status);
        Assert.Equal(document, Bucket("mine").Policy);
    }

    [Theory]
    [InlineData(false, false, HttpStatusCode.NoContent)]
    [InlineData(true, false, HttpStatusCode.Forbidden)]
    [InlineData(false, true, HttpStatusCode.Forbidden)]
    public async Task A_public_policy_is_refused_where_the_bucket_or_the_account_blocks_such(bool bucketBlocks, bool accountBlocks, HttpStatusCode expected)
    {
        _sandbox.Account.Change(account =>
        {
            Bucket("mine").PublicAccessBlock = new PublicAccessBlock { BlockPublicPolicy = bucketBlocks };
            account.S3.PublicAccessBlock = new PublicAccessBlock { BlockPublicPolicy = accountBlocks };
        });

        Assert.Equal(expected, (await PutAsync("/mine?policy", Everyone)).Status);
    }

    [Theory]
    [InlineData("no-bucket", "InvalidTargetBucketForLogging", "The target bucket for logging does not exist")]
    [InlineData("theirs", "InvalidTargetBucketForLogging", "The owner for the bucket to be logged and the target bucket must be the same.")]
    [InlineData("listed", "InvalidTargetBucketForLogging", "You must give the log-delivery group WRITE and READ_ACP permissions to the target bucket")]
    [InlineData("irish", "CrossLocationLoggingProhibited", null)]
    [InlineData("logs", null, null)]
    [InlineData("mine", null, null)]
    public async Task Logs_go_to_a_bucket_of_the_same_owner_and_Region_that_takes_them(string target, string? code, string? message)
    {
        var answer = await PutAsync("/mine?logging", $"<BucketLoggingStatus><LoggingEnabled><TargetBucket>{target}</TargetBucket><TargetPrefix/></LoggingEnabled></BucketLoggingStatus>");

        Assert.Equal(code, answer.Text.Length == 0 ? null : answer.Code);
        if (message is not null) Assert.Equal(message, answer.Message);
        Assert.Equal(code is null ? target : null, Bucket("mine").Logging?.TargetBucket);
    }

    [Theory]
    [InlineData("/mine?encryption", "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>ROT13</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>", "MalformedXML")]
    [InlineData("/mine?encryption", "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID>x</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>", "InvalidArgument")]
    [InlineData("/mine?versioning", "<VersioningConfiguration><Status>Off</Status></VersioningConfiguration>", "MalformedXML")]
    [InlineData("/mine?versioning", "<Other/>", "MalformedXML")]
    [InlineData("/mine?versioning", "<VersioningConfiguration>", "MalformedXML")]
    [InlineData("/mine?tagging", "<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag><Tag><Key>a</Key><Value>2</Value></Tag></TagSet></Tagging>", "InvalidTag")]
    [InlineData("/mine?tagging", "<Tagging><TagSet><Tag><Key>aws:a</Key><Value>1</Value></Tag></TagSet></Tagging>", "InvalidTag")]
    [InlineData("/mine?ownershipControls", "<OwnershipControls><Rule><ObjectOwnership>Nobody</ObjectOwnership></Rule></OwnershipControls>", "MalformedXML")]
    [InlineData("/mine?publicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicAcls>perhaps</BlockPublicAcls></PublicAccessBlockConfiguration>", "MalformedXML")]
    [InlineData("/theirs?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", "AccessDenied")]
    [InlineData("/nobodys?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", "NoSuchBucket")]
    [InlineData("/irish?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", "AuthorizationHeaderMalformed")]
    [InlineData("/mine?lifecycle", "<LifecycleConfiguration/>", "NotImplemented")]
    public async Task A_setting_that_does_not_fit_is_refused_and_changes_nothing(string target, string body, string code)
    {
        var before = _sandbox.Account.Export();

        Assert.Equal(code, (await PutAsync(target, body)).Code);
        Assert.Equal(before, _sandbox.Account.Export());
    }

    [Fact]
    public async Task Lists_cannot_be_switched_off_while_they_grant_something()
    {
        Bucket("listed").Grants.Add(new Grant { GroupUri = "http://acs.amazonaws.com/groups/s3/LogDelivery", Permission = "WRITE" });

        var answer = await PutAsync("/listed?ownershipControls", "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>");

        Assert.Equal("InvalidBucketAclWithObjectOwnership", answer.Code);
    }

    [Fact]
    public async Task The_expected_owner_holds_for_writes_too() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync("/mine?policy", Everyone, ("x-amz-expected-bucket-owner", OtherAccount))).Status);

    [Theory]
    [InlineData("Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww==", "BadDigest")]
    [InlineData("Content-MD5", "not base64", "InvalidDigest")]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc32c", "AAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-sha256", "AAAAAA==", "InvalidRequest")]
    [InlineData("x-amz-checksum-xxhash64", "AAAAAA==", "NotImplemented")]
    [InlineData("x-unrelated", "1", "InvalidRequest")]
    public async Task A_body_that_is_not_the_one_of_the_checksum_is_refused(string header, string value, string code)
    {
        var answer = await _client.SendAsync("s3", HttpMethod.Put, "/mine?versioning", new() { [header.ToLowerInvariant()] = value }, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"u8.ToArray());

        Assert.Equal(code, answer.Code);
        Assert.Null(Bucket("mine").Versioning);
    }

    /// <summary>The check values of the algorithms' own specifications, for the text 123456789.</summary>
    [Theory]
    [InlineData("x-amz-checksum-crc32", "y/Q5Jg==")]
    [InlineData("x-amz-checksum-crc32c", "4waSgw==")]
    [InlineData("x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    [InlineData("content-md5", "JfnnlDI7RTiF9RgfG2JNCw==")]
    public async Task A_checksum_that_is_right_is_taken(string header, string value) =>
        Assert.Equal("MalformedPolicy", (await _client.SendAsync("s3", HttpMethod.Put, "/mine?policy", new() { [header] = value }, "123456789"u8.ToArray())).Code);

    [Fact]
    public async Task Keys_are_listed_in_pages_and_gathered_by_what_they_have_in_common()
    {
        Bucket("mine").Objects.AddRange(new[] { "b/2", "a", "b/1", "c" }.Select(key => new StoredObject { Key = key }));

        var first = await _client.S3Async("/mine?list-type=2&delimiter=%2F&max-keys=2");
        var second = await _client.S3Async($"/mine?continuation-token={first.Value("NextContinuationToken")}&delimiter=%2F&list-type=2&max-keys=2");

        Assert.Equal(["a"], first.Values("Key"));
        Assert.Equal("true", first.Value("IsTruncated"));
        Assert.Equal("b/", first.Xml.Elements().Single(element => element.Name.LocalName == "CommonPrefixes").Value);
        Assert.Equal(["c"], second.Values("Key"));
        Assert.Equal("false", second.Value("IsTruncated"));
        Assert.Equal(["b/1", "b/2"], (await _client.S3Async("/mine?list-type=2&prefix=b%2F")).Values("Key"));
    }

    private Bucket Bucket(string name) => _sandbox.Account.S3.Buckets.Single(bucket => bucket.Name == name);

    private Task<WireAnswer> PutAsync(string target, string body, params (string Name, string Value)[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var all = headers.Append(("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(bytes)))).ToDictionary(header => header.Item1, header => header.Item2, StringComparer.Ordinal);
        return _client.SendAsync("s3", HttpMethod.Put, target, all, bytes);
    }
}
