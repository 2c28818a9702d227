using Amazon.IdentityManagement.Model;
using Amazon.S3.Model;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients;

public sealed class ClientSigningTests
{
    private const string EmptyQuery = "<R xmlns='https://example.amazonaws.com/'><OperationResult/><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></R>";

    public static TheoryData<string> Services => [.. OneCall.Signed.Keys];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task At_a_custom_endpoint_the_signature_still_names_service_and_Region(string operation)
    {
        var isJson = operation.StartsWith("kms", StringComparison.Ordinal) || operation.StartsWith("cloudtrail", StringComparison.Ordinal)
            || operation.StartsWith("logs", StringComparison.Ordinal) || operation.StartsWith("config", StringComparison.Ordinal) || operation.StartsWith("organizations", StringComparison.Ordinal)
            || operation.StartsWith("securityhub", StringComparison.Ordinal);
        var aws = new ScriptedAws().On(operation, isJson ? "{}" : EmptyQuery);
        using var clients = TestClients.Over(aws);

        await OneCall.Signed[operation](clients, "eu-west-1");

        Assert.Equal(operation, aws.OnlyCall.Operation);
        Assert.Equal("eu-west-1", aws.OnlyCall.Region);
        Assert.Equal("127.0.0.1:9", aws.OnlyCall.Address.Authority);
    }

    [Fact]
    public async Task A_bucket_stands_in_the_path_at_a_custom_endpoint()
    {
        var aws = new ScriptedAws().On("s3:GetBucketLocation", "<LocationConstraint xmlns='http://s3.amazonaws.com/doc/2006-03-01/'/>");
        using var clients = TestClients.Over(aws);

        await clients.S3("us-east-1").GetBucketLocationAsync(new GetBucketLocationRequest { BucketName = "logs", ExpectedBucketOwner = "111122223333" }, TestContext.Current.CancellationToken);

        Assert.Equal("/logs", aws.OnlyCall.Address.AbsolutePath.TrimEnd('/'));
        Assert.Equal("111122223333", aws.OnlyCall.Headers["x-amz-expected-bucket-owner"]);
    }

    [Fact]
    public async Task The_session_token_travels_with_the_request()
    {
        var aws = new ScriptedAws().On("iam:ListUsers", EmptyQuery);
        using var clients = new AwsClients(
            new Amazon.Runtime.SessionAWSCredentials(TestClients.AccessKey, TestClients.SecretKey, "the-token"), new Endpoints(TestClients.Address), new TestHttpClientFactory(aws));

        await clients.IdentityManagement("us-east-1").ListUsersAsync(new ListUsersRequest(), TestContext.Current.CancellationToken);

        Assert.Equal("the-token", aws.OnlyCall.Headers["x-amz-security-token"]);
    }
}
