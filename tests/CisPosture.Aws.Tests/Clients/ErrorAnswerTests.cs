using System.Net;
using System.Xml;
using Amazon.CloudTrail.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients;

public sealed class ErrorAnswerTests : IDisposable
{
    private const string NoUsers = "<ListUsersResponse><ListUsersResult><Users/></ListUsersResult></ListUsersResponse>";

    private readonly ScriptedAws _aws = new();
    private readonly AwsClients _clients;

    public ErrorAnswerTests() => _clients = TestClients.Over(_aws);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _clients.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task An_XML_error_keeps_code_message_status_and_request_id()
    {
        _aws.On("iam:ListUsers", (403, """
            <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>AccessDenied</Code>
            <Message>User: arn:aws:iam::111122223333:user/u is not authorized to perform: iam:ListUsers</Message></Error><RequestId>req-9</RequestId></ErrorResponse>
            """));

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => _clients.IdentityManagement("us-east-1").ListUsersAsync(new ListUsersRequest(), Token));

        Assert.Equal(("AccessDenied", HttpStatusCode.Forbidden, "req-9", ErrorType.Sender), (error.ErrorCode, error.StatusCode, error.RequestId, error.ErrorType));
        Assert.Contains("not authorized", error.Message, StringComparison.Ordinal);
        Assert.Single(_aws.Calls);
    }

    [Theory]
    [InlineData("""{"__type":"TrailNotFoundException","message":"no"}""")]
    [InlineData("""{"__type":"com.amazonaws.cloudtrail.v20131101#TrailNotFoundException","Message":"no"}""")]
    [InlineData("""{"code":"TrailNotFoundException:http://internal.amazon.com/coral/","message":"no"}""")]
    public async Task A_JSON_error_keeps_the_bare_code_and_the_message(string body)
    {
        _aws.On("cloudtrail:GetTrailStatus", (400, body));

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => _clients.CloudTrail("us-east-1").GetTrailStatusAsync(new GetTrailStatusRequest { Name = "t" }, Token));

        Assert.Equal(("TrailNotFoundException", "no", HttpStatusCode.BadRequest), (error.ErrorCode, error.Message, error.StatusCode));
        Assert.Equal("11111111-2222-3333-4444-555555555555", error.RequestId);
    }

    [Theory]
    [InlineData("iam")]
    [InlineData("cloudtrail")]
    public async Task An_error_that_is_no_AWS_document_keeps_its_status(string service)
    {
        _aws.On("iam:ListUsers", (404, "<html><body>nginx</body>"));
        _aws.On("cloudtrail:GetTrailStatus", (404, "<html>nginx</html>"));

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => service == "iam"
            ? _clients.IdentityManagement("us-east-1").ListUsersAsync(new ListUsersRequest(), Token)
            : _clients.CloudTrail("us-east-1").GetTrailStatusAsync(new GetTrailStatusRequest { Name = "t" }, Token));

        Assert.Equal("Http404", error.ErrorCode);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_no_answer_of_the_operation_is_unreadable()
    {
        _aws.On("iam:ListUsers", "<html><body>Welcome</body></html>");

        await Assert.ThrowsAsync<XmlException>(() => _clients.IdentityManagement("us-east-1").ListUsersAsync(new ListUsersRequest(), Token));
    }

    [Fact]
    public async Task A_throttled_XML_call_is_sent_again()
    {
        _aws.On("iam:ListUsers", (400, "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>"), (200, NoUsers));

        await _clients.IdentityManagement("us-east-1").ListUsersAsync(new ListUsersRequest(), Token);

        Assert.Equal(2, _aws.Calls.Count);
    }

    [Fact]
    public async Task A_throttled_JSON_call_is_sent_again()
    {
        _aws.On("cloudtrail:DescribeTrails", (400, """{"__type":"ThrottlingException","message":"Rate exceeded"}"""), (200, """{"trailList":[]}"""));

        await _clients.CloudTrail("us-east-1").DescribeTrailsAsync(new DescribeTrailsRequest(), Token);

        Assert.Equal(2, _aws.Calls.Count);
    }

    [Fact]
    public async Task SNS_s_own_word_for_throttling_is_understood()
    {
        _aws.On(
            "sns:ListSubscriptionsByTopic",
            (429, "<ErrorResponse><Error><Code>Throttled</Code><Message>Rate exceeded</Message></Error></ErrorResponse>"),
            (200, "<R><ListSubscriptionsByTopicResult><Subscriptions/></ListSubscriptionsByTopicResult></R>"));

        await _clients.SimpleNotificationService("us-east-1").ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = "t" }, Token);

        Assert.Equal(2, _aws.Calls.Count);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again()
    {
        _aws.On("iam:ListUsers", (503, "<html>busy</html>"), (200, NoUsers));

        await _clients.IdentityManagement("us-east-1").ListUsersAsync(new ListUsersRequest(), Token);

        Assert.Equal(2, _aws.Calls.Count);
    }
}
