using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Connection;

public sealed class ConnectorTests : IDisposable
{
    private const string Identity = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::111122223333:user/auditor</Arn><UserId>AIDA1</UserId><Account>111122223333</Account>
        </GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """;

    private static readonly ConnectionRequest Request = new()
    {
        AccessKey = TestClients.AccessKey, SecretKey = TestClients.SecretKey, SessionToken = "session-token-text", EndpointUrl = TestClients.Address.ToString(),
    };

    private readonly ScriptedAws _aws = new();
    private readonly RecordingLog _log = new();
    private readonly AwsFolder _folder = new();

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_connection_knows_whose_the_credentials_are()
    {
        using var session = await ConnectAsync(Request);

        Assert.Equal(("111122223333", "aws", "arn:aws:iam::111122223333:user/auditor"), (session.AccountId, session.Partition, session.CallerArn));
        Assert.Equal("sts:GetCallerIdentity", _aws.OnlyCall.Operation);
    }

    [Fact]
    public async Task The_partition_comes_from_the_caller_s_ARN()
    {
        _aws.On("sts:GetCallerIdentity", Identity.Replace("arn:aws:", "arn:aws-cn:", StringComparison.Ordinal));

        using var session = await ConnectAsync(Request with { Region = "cn-northwest-1" }, answers: false);

        Assert.Equal("aws-cn", session.Partition);
    }

    /// <summary>Each row leaves out what wins in the row before.</summary>
    [Theory]
    [InlineData("eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1", "eu-north-1", "eu-west-1", "-Region")]
    [InlineData(null, "eu-west-2", "eu-west-3", "eu-central-1", "eu-north-1", "eu-west-2", "$StoredAWSRegion")]
    [InlineData(null, null, "eu-west-3", "eu-central-1", "eu-north-1", "eu-west-3", "the profile 'default'")]
    [InlineData(null, null, null, "eu-central-1", "eu-north-1", "eu-central-1", "AWS_REGION")]
    [InlineData(null, null, null, null, "eu-north-1", "eu-north-1", "AWS_DEFAULT_REGION")]
    [InlineData(null, null, null, null, null, "us-east-1", "the default")]
    public async Task The_Region_comes_from_the_caller_the_session_the_profile_or_the_environment_in_this_order(
        string? given, string? stored, string? configured, string? current, string? usual, string expected, string origin)
    {
        var surroundings = Surroundings();
        _folder.Config($"[default]\n{(configured is null ? string.Empty : $"region = {configured}\n")}");
        Set(surroundings, "AWS_REGION", current);
        Set(surroundings, "AWS_DEFAULT_REGION", usual);

        using var session = await ConnectAsync(Request with { Region = given, StoredRegion = stored }, surroundings);

        Assert.Equal(expected, _aws.OnlyCall.Region);
        Assert.Contains($"Region {expected} from {origin}.", _log.VerboseLines);
    }

    [Theory]
    [InlineData("named", null, "sa-east-1")]
    [InlineData(null, "usual", "ca-central-1")]
    [InlineData("named", "usual", "sa-east-1")]
    public async Task The_profile_whose_Region_counts_is_the_one_named_or_else_the_usual_one(string? named, string? usual, string expected)
    {
        _folder.Config("[default]\nregion = eu-west-1\n[profile named]\nregion = sa-east-1\n[profile usual]\nregion = ca-central-1\n");
        var surroundings = Surroundings();
        Set(surroundings, "AWS_PROFILE", usual);

        using var session = await ConnectAsync(Request with { ProfileName = named }, surroundings);

        Assert.Equal(expected, _aws.OnlyCall.Region);
    }

    [Fact]
    public async Task The_endpoints_of_the_profile_in_effect_are_honoured()
    {
        _folder.Config("[profile audit]\nendpoint_url = http://127.0.0.1:9/\nservices = own\n[services own]\nsts =\n  endpoint_url = http://127.0.0.1:10/\n");

        using var session = await ConnectAsync(Request with { EndpointUrl = null, ProfileName = "audit" }, Surroundings());

        Assert.Equal("127.0.0.1:10", _aws.OnlyCall.Address.Authority);
        Assert.Contains("STS is asked at http://127.0.0.1:10/.", _log.VerboseLines);
    }

    [Fact]
    public async Task A_Region_of_a_profile_that_is_none_is_an_error_that_names_the_profile()
    {
        _folder.Config("[default]\nregion = Ireland\n");

        var error = await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(Request));

        Assert.Equal((ErrorId.RegionInvalid, "Ireland"), (error.ErrorId, error.Target));
        Assert.StartsWith("the profile 'default' is", error.Message, StringComparison.Ordinal);
        Assert.Empty(_aws.Calls);
    }

    [Fact]
    public async Task A_Region_that_is_none_is_an_error_before_any_request()
    {
        var error = await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(Request with { Region = "Ireland" }));

        Assert.Equal((ErrorId.RegionInvalid, "Ireland"), (error.ErrorId, error.Target));
        Assert.Empty(_aws.Calls);
    }

    [Fact]
    public async Task A_missing_profile_is_an_error_before_any_request()
    {
        var surroundings = Surroundings();
        surroundings.Variables["AWS_ACCESS_KEY_ID"] = TestClients.AccessKey;
        surroundings.Variables["AWS_SECRET_ACCESS_KEY"] = TestClients.SecretKey;

        var error = await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(new ConnectionRequest { ProfileName = "nosuch", EndpointUrl = TestClients.Address.ToString() }, surroundings));

        Assert.Equal(ErrorId.ProfileNotFound, error.ErrorId);
        Assert.Empty(_aws.Calls);
    }

    [Fact]
    public async Task The_environment_s_endpoint_is_honoured()
    {
        var surroundings = Surroundings();
        surroundings.Variables["AWS_ENDPOINT_URL"] = "http://localhost:9";

        using var session = await ConnectAsync(Request with { EndpointUrl = null }, surroundings);

        Assert.Equal("localhost:9", _aws.OnlyCall.Address.Authority);
    }

    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("ftp://localhost")]
    [InlineData("not a url")]
    [InlineData("/relative")]
    public async Task A_bad_endpoint_URL_is_an_error_before_any_request(string url)
    {
        var error = await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(Request with { EndpointUrl = url }));

        Assert.Equal((ErrorId.EndpointUrlInvalid, url), (error.ErrorId, error.Target));
        Assert.Empty(_aws.Calls);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", null, 0)]
    [InlineData("http://[::1]:9/", null, 0)]
    [InlineData("http://localhost:9/", "http://169.254.169.254/", 0)]
    [InlineData("http://localhost:9/", "http://localhost:10/", 1)]
    [InlineData(null, null, 1)]
    [InlineData("https://vpce.example.com/", null, 1)]
    public async Task With_a_loopback_endpoint_the_instance_s_metadata_is_never_asked_unless_it_is_on_this_machine_too(string? url, string? metadata, int questions)
    {
        var surroundings = Surroundings();
        Set(surroundings, "AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata);

        var error = await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(new ConnectionRequest { EndpointUrl = url }, surroundings));

        Assert.Equal(ErrorId.CredentialsNotFound, error.ErrorId);
        Assert.Equal(questions, surroundings.InstanceQuestions);
    }

    [Theory]
    [InlineData("InvalidClientTokenId", 403)]
    [InlineData("SignatureDoesNotMatch", 403)]
    [InlineData("ExpiredToken", 400)]
    public async Task Credentials_that_AWS_refuses_are_invalid_with_AWS_s_code_and_without_the_secret(string code, int status)
    {
        _aws.On("sts:GetCallerIdentity", (status, $"""
            <ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code>
            <Message>canonical: x-amz-security-token:session-token-text key {TestClients.SecretKey}</Message></Error><RequestId>r</RequestId></ErrorResponse>
            """));

        var error = await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(Request, answers: false));

        Assert.Equal((ErrorId.CredentialsInvalid, code), (error.ErrorId, error.Target));
        AssertNoSecret(error.ToString() + _log.All);
    }

    [Fact]
    public async Task Where_the_Region_does_not_know_the_keys_the_partition_s_home_tells_whether_they_are_good()
    {
        _aws.On("sts:GetCallerIdentity", call => ScriptedAws.Answer(call.Region == "us-east-1" ? (200, Identity) : Answers.Refusal("InvalidClientTokenId")));

        using var session = await ConnectAsync(Request with { Region = "me-south-1" }, answers: false);

        Assert.Equal(ScriptedAccount.Id, session.AccountId);
        Assert.Equal(["me-south-1", "us-east-1"], _aws.Calls.Select(call => call.Region));
        Assert.Contains(_log.VerboseLines, line => line.Contains("us-east-1 answers in its place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_home_does_not_know_the_keys_either_they_are_invalid()
    {
        _aws.On("sts:GetCallerIdentity", call => ScriptedAws.Answer(Answers.Refusal(call.Region == "us-east-1" ? "SignatureDoesNotMatch" : "InvalidClientTokenId")));

        var error = await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(Request with { Region = "me-south-1" }, answers: false));

        Assert.Equal((ErrorId.CredentialsInvalid, "InvalidClientTokenId"), (error.ErrorId, error.Target));
    }

    [Fact]
    public async Task Keys_that_expired_are_not_taken_for_a_Region_that_is_off()
    {
        _aws.On("sts:GetCallerIdentity", Answers.Refusal("ExpiredToken"));

        await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(Request with { Region = "me-south-1" }, answers: false));

        Assert.Single(_aws.Calls);
    }

    [Fact]
    public async Task An_endpoint_at_which_nobody_listens_is_unreachable()
    {
        using var port = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        port.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var url = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndPoint!).Port}/";

        var error = await Assert.ThrowsAsync<PostureException>(
            () => new AccountGateway(new TestSurroundings().ToSurroundings()).ConnectAsync(Request with { EndpointUrl = url }, _log, TestContext.Current.CancellationToken));

        Assert.Equal((ErrorId.EndpointUnreachable, url), (error.ErrorId, error.Target));
    }

    [Fact]
    public async Task An_endpoint_that_is_not_AWS_is_unreachable()
    {
        _aws.On("sts:GetCallerIdentity", "<html>Welcome to nginx!</html>");

        var error = await Assert.ThrowsAsync<PostureException>(() => ConnectAsync(Request, answers: false));

        Assert.Equal(ErrorId.EndpointUnreachable, error.ErrorId);
    }

    [Fact]
    public async Task Verbose_tells_source_and_Region_and_nothing_secret()
    {
        using var session = await ConnectAsync(Request with { Region = "eu-west-1" });

        Assert.Contains(_log.VerboseLines, line => line == "Credentials from the access key given, access key ****MPLE.");
        Assert.Contains(_log.VerboseLines, line => line == "Region eu-west-1 from -Region.");
        AssertNoSecret(_log.All);
    }

    [Fact]
    public async Task A_cancelled_connection_is_cancelled_and_not_unreachable()
    {
        using var stop = new CancellationTokenSource();
        _aws.On("sts:GetCallerIdentity", _ =>
        {
            stop.Cancel();
            throw new HttpRequestException("torn down");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new AccountGateway(Surroundings().ToSurroundings()).ConnectAsync(Request, _log, stop.Token));
    }

    [Fact]
    public async Task Credentials_that_are_never_given_do_not_hold_up_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        var surroundings = Surroundings();
        surroundings.ContainerRole = new EndlessCredentials(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new AccountGateway(surroundings.ToSurroundings()).ConnectAsync(new ConnectionRequest { EndpointUrl = TestClients.Address.ToString() }, _log, stop.Token));
    }

    private static void Set(TestSurroundings surroundings, string name, string? value)
    {
        if (value is not null)
        {
            surroundings.Variables[name] = value;
        }
    }

    private static void AssertNoSecret(string text)
    {
        Assert.DoesNotContain(TestClients.SecretKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain("session-token-text", text, StringComparison.Ordinal);
    }

    private TestSurroundings Surroundings() => new TestSurroundings { Network = _aws }.With(_folder);

    private Task<IAccountSession> ConnectAsync(ConnectionRequest request, TestSurroundings? surroundings = null, bool answers = true)
    {
        if (answers)
        {
            _aws.On("sts:GetCallerIdentity", Identity);
        }

        return new AccountGateway((surroundings ?? Surroundings()).ToSurroundings()).ConnectAsync(request, _log, TestContext.Current.CancellationToken);
    }

    private sealed class EndlessCredentials(CancellationTokenSource stop) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            await stop.CancelAsync();
            return await new TaskCompletionSource<ImmutableCredentials>().Task;
        }
    }
}
