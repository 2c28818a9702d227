using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Amazon.Runtime;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Tests.Calls;

public sealed class GapClassifierTests
{
    private const string Home = "us-east-1";
    private const string Away = "me-south-1";

    [Theory]
    [InlineData("AccessDenied", ReasonCode.AccessDenied)]
    [InlineData("AccessDeniedException", ReasonCode.AccessDenied)]
    [InlineData("UnauthorizedOperation", ReasonCode.AccessDenied)]
    [InlineData("AuthorizationError", ReasonCode.AccessDenied)]
    [InlineData("Throttling", ReasonCode.Throttled)]
    [InlineData("ThrottlingException", ReasonCode.Throttled)]
    [InlineData("Throttled", ReasonCode.Throttled)]
    [InlineData("RequestLimitExceeded", ReasonCode.Throttled)]
    [InlineData("SlowDown", ReasonCode.Throttled)]
    [InlineData("AuthFailure", ReasonCode.RegionNotEnabled)]
    [InlineData("InvalidClientTokenId", ReasonCode.RegionNotEnabled)]
    [InlineData("UnrecognizedClientException", ReasonCode.RegionNotEnabled)]
    [InlineData("OptInRequired", ReasonCode.RegionNotEnabled)]
    [InlineData("InvalidAccessKeyId", ReasonCode.RegionNotEnabled)]
    [InlineData("InvalidToken", ReasonCode.RegionNotEnabled)]
    [InlineData("InternalFailure", ReasonCode.ServiceError)]
    [InlineData("ValidationError", ReasonCode.ServiceError)]
    public void AWS_s_code_decides_the_reason(string code, string reason)
    {
        var gap = Classify(Refusal(code, "why"), Operations.DescribeVpcs, Away);

        Assert.Equal(
            new EvidenceGap { ReasonCode = reason, Operation = "ec2:DescribeVpcs", Permission = "ec2:DescribeVpcs", Region = Away, ErrorCode = code, Message = "why" },
            gap);
    }

    [Theory]
    [InlineData("AuthFailure")]
    [InlineData("UnrecognizedClientException")]
    public void Where_the_account_lives_the_same_code_is_no_Region_that_is_off(string code)
    {
        Assert.Equal(ReasonCode.ServiceError, Classify(Refusal(code, "why"), Operations.DescribeVpcs, Home)!.ReasonCode);
    }

    [Fact]
    public void A_denial_by_a_service_control_policy_is_a_denial_and_no_Region_that_is_off()
    {
        var gap = Classify(Refusal("UnauthorizedOperation", "... with an explicit deny in a service control policy"), Operations.DescribeVpcs, Away);

        Assert.Equal(ReasonCode.AccessDenied, gap!.ReasonCode);
    }

    [Fact]
    public void The_missing_permission_is_the_IAM_action_even_where_it_is_called_otherwise()
    {
        Assert.Equal("s3:GetBucketPublicAccessBlock", Classify(Refusal("AccessDenied", "no"), Operations.GetBucketPublicAccessBlock, Away)!.Permission);
    }

    [Fact]
    public void A_gap_of_IAM_names_no_Region()
    {
        Assert.Null(Classify(Refusal("AccessDenied", "no"), Operations.ListUsers, Home)!.Region);
    }

    public static TheoryData<Exception> ConnectionFailures =>
    [
        new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)),
        new IOException("cut"),
        new TimeoutException(),
        new TaskCanceledException("HttpClient.Timeout"),
        new AmazonClientException("wrapped", new HttpRequestException("refused")),
        new AmazonUnmarshallingException("r", "/", "<Vpcs>", new IOException("The response ended prematurely."), HttpStatusCode.OK),
        new EndpointDownException("left alone"),
    ];

    [Theory]
    [MemberData(nameof(ConnectionFailures), DisableDiscoveryEnumeration = true)]
    public void What_never_reached_a_service_is_unreachable(Exception exception)
    {
        Assert.Equal(ReasonCode.EndpointUnreachable, Classify(exception, Operations.DescribeVpcs, Away)!.ReasonCode);
    }

    [Fact]
    public void An_answer_that_is_no_JSON_is_the_service_s_failure()
    {
        var unreadable = new AmazonUnmarshallingException("r", "/", "<html>", new JsonException("not JSON"), HttpStatusCode.OK);

        Assert.Equal(ReasonCode.ServiceError, Classify(unreadable, Operations.DescribeTrails, Away)!.ReasonCode);
    }

    public static TheoryData<Exception> Defects =>
    [
        new InvalidOperationException("bug"),
        new InvalidCastException(),
        new FileNotFoundException("an assembly"),
        new AmazonUnmarshallingException("r", "/", "{}", new InvalidCastException(), HttpStatusCode.OK),
    ];

    [Theory]
    [MemberData(nameof(Defects), DisableDiscoveryEnumeration = true)]
    public void A_defect_of_ours_is_no_gap(Exception exception) => Assert.Null(Classify(exception, Operations.DescribeVpcs, Away));

    [Fact]
    public void Secrets_that_AWS_quotes_are_taken_out_of_the_message()
    {
        var mask = new SecretMask();
        mask.Learn("s3cr3t/token");

        new GapClassifier(Home, mask).TryClassify(
            Refusal("SignatureDoesNotMatch", "The Canonical String was 'x-amz-security-token:s3cr3t/token' or s3cr3t%2Ftoken"), Operations.ListUsers, Home, out var gap);

        Assert.Equal("The Canonical String was 'x-amz-security-token:***' or ***", gap!.Message);
    }

    [Fact]
    public void The_encoded_part_of_EC2_s_refusals_is_left_out()
    {
        var gap = Classify(Refusal("UnauthorizedOperation", "You are not authorized. Encoded authorization failure message: AbC_dEf-123"), Operations.DescribeVpcs, Home);

        Assert.Equal("You are not authorized.", gap!.Message);
    }

    private static EvidenceGap? Classify(Exception exception, ApiOperation operation, string region) =>
        new GapClassifier(Home, new SecretMask()).TryClassify(exception, operation, region, out var gap) ? gap : null;

    private static AmazonServiceException Refusal(string code, string message) => new(message, ErrorType.Sender, code, "r", HttpStatusCode.Forbidden);
}
