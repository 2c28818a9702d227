using System.Net;

namespace CisPosture.Sandbox.Tests;

public sealed class AuthenticationTests : IAsyncLifetime
{
    private readonly FixedTime _time = new();
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = _time });

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task A_well_signed_request_is_answered()
    {
        using var client = Client();

        Assert.Equal(HttpStatusCode.OK, (await client.IamAsync("ListUsers")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.Ec2Async("DescribeVpcs")).Status);
    }

    [Fact]
    public async Task An_unknown_key_is_refused_in_each_service_s_words()
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now, AccessKeyId = "AKIAWRONG" };

        await RefusedAsync(client.IamAsync("ListUsers"), HttpStatusCode.Forbidden, "InvalidClientTokenId");
        await RefusedAsync(client.StsAsync("GetCallerIdentity"), HttpStatusCode.Forbidden, "InvalidClientTokenId");
        await RefusedAsync(client.Ec2Async("DescribeVpcs"), HttpStatusCode.Unauthorized, "AuthFailure");
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_in_each_service_s_words()
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now, SecretAccessKey = "wrong" };

        await RefusedAsync(client.IamAsync("ListUsers"), HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
        await RefusedAsync(client.Ec2Async("DescribeVpcs"), HttpStatusCode.Unauthorized, "AuthFailure");
    }

    [Theory]
    [InlineData("AKIAWRONG", "test", "kms", "us-east-1", "UnrecognizedClientException")]
    [InlineData("test", "wrong", "kms", "us-east-1", "InvalidSignatureException")]
    [InlineData("test", "test", "logs", "us-east-1", "InvalidSignatureException")]
    [InlineData("test", "test", "kms", "me-south-1", "UnrecognizedClientException")]
    public async Task JSON_services_refuse_in_their_own_words(string key, string secret, string service, string region, string code)
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now, AccessKeyId = key, SecretAccessKey = secret, Region = region };

        var answer = await client.JsonAsync(service, "TrentService.ListKeys", "{}");

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Json["__type"]!.ToString()));
    }

    [Theory]
    [InlineData("AKIAWRONG", "test", "us-east-1", "InvalidAccessKeyId")]
    [InlineData("test", "wrong", "us-east-1", "SignatureDoesNotMatch")]
    public async Task S3_refuses_in_its_own_words(string key, string secret, string region, string code)
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now, AccessKeyId = key, SecretAccessKey = secret, Region = region };

        var answer = await client.SendAsync("s3", HttpMethod.Get, "/", [], []);

        Assert.Equal((HttpStatusCode.Forbidden, "Error", code), (answer.Status, answer.Xml.Name.LocalName, answer.Code));
    }

    [Theory]
    [InlineData(-4, true)]
    [InlineData(4, true)]
    [InlineData(-6, false)]
    [InlineData(6, false)]
    public async Task A_signature_holds_for_five_minutes_either_way(int minutes, bool isAccepted)
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now.AddMinutes(minutes) };

        var answer = await client.IamAsync("ListUsers");

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
        if (!isAccepted) Assert.Equal("SignatureDoesNotMatch", answer.Code);
    }

    [Fact]
    public async Task An_old_EC2_request_is_expired()
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now.AddHours(-1) };

        await RefusedAsync(client.Ec2Async("DescribeVpcs"), HttpStatusCode.BadRequest, "RequestExpired");
    }

    [Fact]
    public async Task A_signature_for_another_service_is_refused()
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now, SigningName = "sts" };

        var answer = await client.IamAsync("ListUsers");

        Assert.Equal("SignatureDoesNotMatch", answer.Code);
        Assert.Contains("'iam'", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IAM_takes_only_signatures_for_the_partition_s_home_Region()
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now, Region = "eu-west-1" };

        var answer = await client.IamAsync("ListUsers");

        Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), (answer.Status, answer.Code));
        Assert.Contains("not 'eu-west-1'", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task STS_answers_in_every_enabled_Region()
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now, Region = "eu-west-1" };

        Assert.Equal("111122223333", (await client.StsAsync("GetCallerIdentity")).Value("Account"));
    }

    [Fact]
    public async Task A_Region_that_is_off_refuses_the_key()
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now, Region = "me-south-1" };

        await RefusedAsync(client.Ec2Async("DescribeVpcs"), HttpStatusCode.Unauthorized, "AuthFailure");
        await RefusedAsync(client.StsAsync("GetCallerIdentity"), HttpStatusCode.Forbidden, "InvalidClientTokenId");
    }

    [Fact]
    public async Task An_unsigned_request_misses_its_token()
    {
        using var http = new HttpClient();
        using var body = new FormUrlEncodedContent([new("Action", "ListUsers"), new("Version", "2010-05-08")]);

        using var response = await http.PostAsync(_sandbox.Endpoint, body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("<Code>MissingAuthenticationToken</Code>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_changed_on_the_way_is_refused()
    {
        using var client = Client();

        var answer = await client.SendAsync("iam", HttpMethod.Post, "/", Form(), "Action=ListUsers&Version=2010-05-08"u8.ToArray(), request =>
            request.Content = new FormUrlEncodedContent([new("Action", "GetAccountSummary"), new("Version", "2010-05-08")]));

        Assert.Equal("SignatureDoesNotMatch", answer.Code);
    }

    [Fact]
    public async Task A_header_that_was_slipped_in_is_refused()
    {
        using var client = Client();

        var answer = await client.SendAsync("iam", HttpMethod.Post, "/", Form(), "Action=ListUsers&Version=2010-05-08"u8.ToArray(), request =>
            request.Headers.Add("x-amz-security-token", "stolen"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("wrong", false)]
    [InlineData("session", true)]
    public async Task Temporary_keys_need_their_token(string? token, bool isAccepted)
    {
        await using var file = await AccountFileOnDisk.WriteAsync("""
            {
              "credentials": [ { "accessKeyId": "ASIATEMP", "secretAccessKey": "secret", "sessionToken": "session", "arn": "arn:aws:sts::111122223333:assumed-role/scanner/run" } ],
              "regions": { "us-east-1": {} }
            }
            """);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = file.Path, Time = _time }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox) { Now = _time.Now, AccessKeyId = "ASIATEMP", SecretAccessKey = "secret", SessionToken = token };

        var answer = await client.StsAsync("GetCallerIdentity");

        Assert.Equal(isAccepted ? "arn:aws:sts::111122223333:assumed-role/scanner/run" : null, answer.Value("Arn"));
        if (!isAccepted) Assert.Equal("InvalidClientTokenId", answer.Code);
    }

    [Fact]
    public async Task A_client_behind_a_proxy_is_answered()
    {
        using var client = new WireClient(_sandbox, new Uri("http://iam.example.com"), new HttpClientHandler { Proxy = new WebProxy(_sandbox.Endpoint), UseProxy = true }) { Now = _time.Now };

        Assert.Equal(HttpStatusCode.OK, (await client.IamAsync("GetAccountSummary")).Status);
    }

    private static Dictionary<string, string> Form() => new() { ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8" };

    private static async Task RefusedAsync(Task<WireAnswer> asked, HttpStatusCode status, string code)
    {
        var answer = await asked;
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    private WireClient Client() => new(_sandbox) { Now = _time.Now };
}
