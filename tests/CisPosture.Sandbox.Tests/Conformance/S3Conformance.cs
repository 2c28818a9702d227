using System.Net;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class S3Conformance(LoggingServer server)
{
    private const string Region = "us-east-1";

    [Fact]
    public async Task ListBuckets_tells_the_account_s_own_buckets() =>
        Assert.Equal(["logged", "bare", "irish"], (await Ask("list-buckets"))["Buckets"].Each("Name"));

    [Fact]
    public async Task The_settings_of_a_bucket_are_told()
    {
        Assert.Equal("""{"BlockPublicAcls":false,"IgnorePublicAcls":true,"BlockPublicPolicy":false,"RestrictPublicBuckets":true}""", (await AskOfLogged("get-public-access-block"))["PublicAccessBlockConfiguration"]!.ToJsonString());
        Assert.Equal("""{"TargetBucket":"bare","TargetPrefix":"access/"}""", (await AskOfLogged("get-bucket-logging"))["LoggingEnabled"]!.ToJsonString());
        Assert.Equal(["FULL_CONTROL", "READ", "WRITE"], (await AskOfLogged("get-bucket-acl"))["Grants"].Each("Permission"));
        Assert.Equal("BucketOwnerEnforced", (await AskOfLogged("get-bucket-ownership-controls"))["OwnershipControls"]!["Rules"].Each("ObjectOwnership").Single());
        Assert.True((await AskOfLogged("get-bucket-policy-status"))["PolicyStatus"]!["IsPublic"]!.GetValue<bool>());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(server.Sandbox.Account.S3.Buckets[0].Policy!), JsonNode.Parse((await AskOfLogged("get-bucket-policy")).Text("Policy")!)));
    }

    [Fact]
    public async Task GetBucketLocation_is_null_for_the_oldest_Region_only()
    {
        Assert.Null((await AskOfLogged("get-bucket-location"))["LocationConstraint"]);
        Assert.Equal("eu-west-1", (await WireAsync("/irish?location")).Xml.Value);
    }

    [Theory]
    [InlineData("/nobody?acl", 404, "NoSuchBucket")]
    [InlineData("/bare?policy", 404, "NoSuchBucketPolicy")]
    [InlineData("/bare?policyStatus", 404, "NoSuchBucketPolicy")]
    [InlineData("/bare?publicAccessBlock", 404, "NoSuchPublicAccessBlockConfiguration")]
    [InlineData("/bare?ownershipControls", 404, "OwnershipControlsNotFoundError")]
    [InlineData("/foreign?acl", 403, "AccessDenied")]
    public async Task Errors_are_those_of_S3(string target, int status, string code)
    {
        var answer = await WireAsync(target);

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_expected_owner_must_be_the_owner()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await WireAsync("/logged?acl", ("x-amz-expected-bucket-owner", "999988887777"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await WireAsync("/logged?acl", ("x-amz-expected-bucket-owner", "111122223333"))).Status);
    }

    [Fact]
    public async Task A_bucket_of_another_Region_tells_where_it_is()
    {
        using var client = new WireClient(server.Sandbox);
        var refused = await client.S3Async("/irish?acl");
        var head = await client.SendAsync("s3", HttpMethod.Head, "/irish", [], []);
        var here = await client.SendAsync("s3", HttpMethod.Head, "/logged", [], []);

        Assert.Equal((HttpStatusCode.BadRequest, "AuthorizationHeaderMalformed", "eu-west-1"), (refused.Status, refused.Code, refused.Value("Region")));
        Assert.Equal((HttpStatusCode.MovedPermanently, "eu-west-1"), (head.Status, head.Headers["x-amz-bucket-region"]));
        Assert.Equal((HttpStatusCode.OK, Region), (here.Status, here.Headers["x-amz-bucket-region"]));
    }

    [Fact]
    public async Task S3_Control_tells_the_account_s_own_block_and_no_other_s()
    {
        var control = new AwsCli(server.Sandbox) { Host = new Uri("http://s3-control.us-east-1.sandbox.test") };

        var block = (await control.AskAsync(Region, "s3control", "get-public-access-block", "--account-id", "111122223333"))["PublicAccessBlockConfiguration"]!;

        Assert.Equal("""{"BlockPublicAcls":true,"IgnorePublicAcls":false,"BlockPublicPolicy":true,"RestrictPublicBuckets":false}""", block.ToJsonString());
        Assert.Equal("AccessDenied", await control.ErrorAsync(Region, "s3control", "get-public-access-block", "--account-id", "999988887777"));
    }

    private Task<JsonNode> AskOfLogged(string operation) => Ask(operation, "--bucket", "logged");

    private Task<JsonNode> Ask(params string[] arguments) => server.Aws.AskAsync(Region, ["s3api", .. arguments]);

    private async Task<WireAnswer> WireAsync(string target, params (string, string)[] headers)
    {
        using var client = new WireClient(server.Sandbox);
        return await client.S3Async(target, headers);
    }
}
