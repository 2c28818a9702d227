using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class TrailBucketCollectorTests : IDisposable
{
    private static readonly string[] ExposureReads = ["s3:GetPublicAccessBlock", "s3:GetBucketAcl", "s3:GetBucketPolicyStatus", "s3:GetBucketOwnershipControls"];

    private readonly ScriptedAccount _account = new();

    public TrailBucketCollectorTests() => AnswerTrails(ScriptedAccount.Id, "logs");

    public void Dispose() => _account.Dispose();

    [Theory]
    [InlineData("", "us-east-1")]
    [InlineData("EU", "eu-west-1")]
    [InlineData("eu-west-1", "eu-west-1")]
    [InlineData("ap-southeast-2", "ap-southeast-2")]
    public async Task A_bucket_is_read_in_its_own_Region_as_the_own_account_s(string constraint, string region)
    {
        AnswerLocation(constraint);
        AnswerClosed();

        var bucket = (await _account.CollectAsync(EvidenceKind.TrailBucketExposure)).TrailBuckets["logs"];

        Assert.Equal(region, bucket.Location.Value);
        Assert.Equal("us-east-1", _account.Aws.CallsOf("s3:GetBucketLocation").Single().Region);
        foreach (var operation in ExposureReads)
        {
            var call = _account.Aws.CallsOf(operation).Single();
            Assert.Equal((region, ScriptedAccount.Id), (call.Region, call.Headers["x-amz-expected-bucket-owner"]));
        }

        Assert.Equal(ScriptedAccount.Id, _account.Aws.CallsOf("s3:GetBucketLocation").Single().Headers["x-amz-expected-bucket-owner"]);
    }

    [Fact]
    public async Task What_a_bucket_does_not_have_is_known_to_be_absent()
    {
        AnswerLocation("eu-west-1");
        AnswerClosed();

        var evidence = await _account.CollectAsync(EvidenceKind.TrailBucketExposure);

        var bucket = evidence.TrailBuckets["logs"];
        Assert.Equal(new PublicAccessBlock(), bucket.PublicAccessBlock.Value);
        Assert.Equal(new PublicAccessBlock(), evidence.AccountPublicAccessBlock.Value);
        Assert.Equal((true, false), (bucket.IsPolicyPublic.IsKnown, bucket.IsPolicyPublic.Value));
        Assert.Equal("ObjectWriter", bucket.ObjectOwnership.Value);
        Assert.Empty(_account.Gaps);
    }

    [Fact]
    public async Task What_a_bucket_has_is_read()
    {
        AnswerLocation("eu-west-1");
        _account.Aws.On("s3:GetPublicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>");
        _account.Aws.On("s3:GetAccountPublicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicPolicy>true</BlockPublicPolicy></PublicAccessBlockConfiguration>");
        _account.Aws.On("s3:GetBucketAcl", """
            <AccessControlPolicy><Owner><ID>owner</ID></Owner><AccessControlList>
              <Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant>
              <Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>0abc</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant>
            </AccessControlList></AccessControlPolicy>
            """);
        _account.Aws.On("s3:GetBucketPolicyStatus", "<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>");
        _account.Aws.On("s3:GetBucketOwnershipControls", "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>");

        var evidence = await _account.CollectAsync(EvidenceKind.TrailBucketExposure);

        var bucket = evidence.TrailBuckets["logs"];
        Assert.Equal(new PublicAccessBlock { BlockPublicAcls = true, IgnorePublicAcls = true, RestrictPublicBuckets = true }, bucket.PublicAccessBlock.Value);
        Assert.Equal(new PublicAccessBlock { BlockPublicPolicy = true }, evidence.AccountPublicAccessBlock.Value);
        Assert.Equal(
            [new BucketGrant { Grantee = "0abc", Permission = "FULL_CONTROL" }, new BucketGrant { Grantee = "http://acs.amazonaws.com/groups/global/AllUsers", Permission = "READ" }],
            bucket.Grants.Value!);
        Assert.True(bucket.IsPolicyPublic.Value);
        Assert.Equal("BucketOwnerEnforced", bucket.ObjectOwnership.Value);
        Assert.Equal(ReasonCode.NotCollected, bucket.Logging.Gap!.ReasonCode);
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_a_gap_that_says_so_and_no_news()
    {
        _account.Aws.On("s3:GetBucketLocation", Answers.S3Refusal("NoSuchBucket", 404));
        AnswerNoAccountBlock();

        var bucket = (await _account.CollectAsync(EvidenceKind.TrailBucketExposure, EvidenceKind.TrailBucketLogging)).TrailBuckets["logs"];

        Assert.Equal("NoSuchBucket", bucket.Location.Gap!.ErrorCode);
        Assert.Equal(bucket.Location.Gap, bucket.Logging.Gap);
        Assert.Equal(bucket.Location.Gap, bucket.Grants.Gap);
        Assert.Empty(_account.Gaps);
    }

    [Theory]
    [InlineData(ScriptedAccount.Id, 1)]
    [InlineData("999900001111", 0)]
    public async Task A_denied_bucket_is_news_only_where_the_trail_is_the_account_s_own(string trailOwner, int gaps)
    {
        AnswerTrails(trailOwner, "logs");
        _account.Aws.On("s3:GetBucketLocation", Answers.S3Refusal("AccessDenied", 403));

        var bucket = (await _account.CollectAsync(EvidenceKind.TrailBucketLogging)).TrailBuckets["logs"];

        Assert.Equal(("ACCESS_DENIED", "s3:GetBucketLocation"), (bucket.Location.Gap!.ReasonCode, bucket.Location.Gap.Permission));
        Assert.Equal(gaps, _account.Gaps.Count);
    }

    [Fact]
    public async Task A_bucket_of_two_trails_is_read_once_and_a_denied_detail_hides_no_other()
    {
        _account.Aws.On("cloudtrail:DescribeTrails", """
            {"trailList":[{"TrailARN":"arn:aws:cloudtrail:us-east-1:111122223333:trail/a","S3BucketName":"logs"},{"TrailARN":"arn:aws:cloudtrail:us-east-1:111122223333:trail/b","S3BucketName":"logs"}]}
            """);
        AnswerLocation("eu-west-1");
        AnswerClosed();
        _account.Aws.On("s3:GetBucketAcl", Answers.S3Refusal("AccessDenied", 403));

        var bucket = Assert.Single((await _account.CollectAsync(EvidenceKind.TrailBucketExposure)).TrailBuckets).Value;

        Assert.Equal("s3:GetBucketAcl", bucket.Grants.Gap!.Permission);
        Assert.True(bucket.PublicAccessBlock.IsKnown);
        Assert.Equal(1, _account.Aws.CountOf("s3:GetBucketLocation"));
        Assert.Equal(1, _account.Aws.CountOf("s3:GetAccountPublicAccessBlock"));
    }

    [Fact]
    public async Task Logging_alone_reads_nothing_of_exposure()
    {
        AnswerLocation("eu-west-1");
        _account.Aws.On("s3:GetBucketLogging", "<BucketLoggingStatus/>");

        var bucket = (await _account.CollectAsync(EvidenceKind.TrailBucketLogging)).TrailBuckets["logs"];

        Assert.True(bucket.Logging.IsKnown);
        Assert.True(string.IsNullOrEmpty(bucket.Logging.Value!.TargetBucket));
        Assert.Null(bucket.Logging.Value.TargetExists);
        Assert.Equal(["cloudtrail:DescribeTrails", "s3:GetBucketLocation", "s3:GetBucketLogging"], _account.Aws.Calls.Select(call => call.Operation));
    }

    [Theory]
    [InlineData("access-logs", true, true)]
    [InlineData("gone", true, false)]
    [InlineData("theirs", false, false)]
    [InlineData("logs", true, true)]
    public async Task Whether_the_target_of_access_logs_exists_is_known_or_a_gap(string target, bool isKnown, bool exists)
    {
        _account.Aws.On("s3:GetBucketLocation", call => ScriptedAws.Answer(call.Address.AbsolutePath.Trim('/') switch
        {
            "gone" => Answers.S3Refusal("NoSuchBucket", 404),
            "theirs" => Answers.S3Refusal("AccessDenied", 403),
            _ => (200, "<LocationConstraint>eu-west-1</LocationConstraint>"),
        }));
        _account.Aws.On("s3:GetBucketLogging", $"<BucketLoggingStatus><LoggingEnabled><TargetBucket>{target}</TargetBucket><TargetPrefix>p/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>");

        var logging = (await _account.CollectAsync(EvidenceKind.TrailBucketLogging)).TrailBuckets["logs"].Logging.Value!;

        Assert.Equal((target, "p/"), (logging.TargetBucket, logging.TargetPrefix));
        Assert.Equal((isKnown, exists), (logging.TargetExists!.IsKnown, logging.TargetExists.Value));
    }

    private void AnswerTrails(string owner, string bucket) =>
        _account.Aws.On("cloudtrail:DescribeTrails", $$"""{"trailList":[{"Name":"main","TrailARN":"arn:aws:cloudtrail:us-east-1:{{owner}}:trail/main","HomeRegion":"us-east-1","S3BucketName":"{{bucket}}"}]}""");

    private void AnswerLocation(string constraint) => _account.Aws.On("s3:GetBucketLocation", $"<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{constraint}</LocationConstraint>");

    private void AnswerNoAccountBlock() =>
        _account.Aws.On("s3:GetAccountPublicAccessBlock", (404, "<ErrorResponse><Error><Code>NoSuchPublicAccessBlockConfiguration</Code><Message>none</Message></Error><RequestId>r</RequestId></ErrorResponse>"));

    private void AnswerClosed()
    {
        _account.Aws.On("s3:GetPublicAccessBlock", Answers.S3Refusal("NoSuchPublicAccessBlockConfiguration", 404));
        _account.Aws.On("s3:GetBucketAcl", "<AccessControlPolicy><Owner><ID>owner</ID></Owner><AccessControlList/></AccessControlPolicy>");
        _account.Aws.On("s3:GetBucketPolicyStatus", Answers.S3Refusal("NoSuchBucketPolicy", 404));
        _account.Aws.On("s3:GetBucketOwnershipControls", Answers.S3Refusal("OwnershipControlsNotFoundError", 404));
        AnswerNoAccountBlock();
    }
}
