using System.Text.Json.Nodes;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.State.IdentityCenter;

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>The ways to temporary keys that need no keys: a token of another identity provider, and a sign-in at IAM Identity Center.</summary>
public sealed class SignInConformance : IAsyncLifetime
{
    private const string Region = "eu-west-1";
    private const string Account = "111122223333";
    private const string Role = $"arn:aws:iam::{Account}:role/Workload";
    private const string Subject = "system:serviceaccount:audit:scanner";

    private readonly OpenIdProvider _provider = new() { Url = "https://oidc.example.com/cluster" };
    private SandboxServer _sandbox = null!;

    private static DateTimeOffset Soon => TimeProvider.System.GetUtcNow().AddHours(1);

    private AwsCli Aws => new(_sandbox);

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary" }, TestContext.Current.CancellationToken);
        _sandbox.Account.Change(account =>
        {
            account.Iam.OpenIdProviders.Add(_provider);
            account.Iam.Roles.Add(new IamRole { Name = "Workload", AssumeRolePolicyDocument = Trust($"arn:aws:iam::{Account}:oidc-provider/oidc.example.com/cluster") });
            account.Iam.Roles.Add(new IamRole { Name = "AWSReservedSSO_Audit_0123456789abcdef", Path = "/aws-reserved/sso.amazonaws.com/", AssumeRolePolicyDocument = "{}" });
            account.SignIns.Add(new SignIn
            {
                User = "alice", AccessToken = "the-token", ExpiresAt = Soon, RefreshToken = "the-refresh-token", ClientId = "the-client", ClientSecret = "the-secret", PermissionSets = ["Audit", "Ghost"],
            });
        });
    }

    public async ValueTask DisposeAsync()
    {
        var faults = _sandbox.Faults;
        await _sandbox.DisposeAsync();
        Assert.Empty(faults);
    }

    [Fact]
    public async Task AssumeRoleWithWebIdentity_hands_out_keys_that_work()
    {
        var told = await AssumeAsync(_provider.Issue(Subject, Soon));

        Assert.Equal((Subject, "sts.amazonaws.com"), (told.Text("SubjectFromWebIdentityToken"), told.Text("Audience")));
        var me = await new AwsCli(_sandbox) { Keys = Keys(told["Credentials"]!) }.AskAsync(Region, "sts", "get-caller-identity");
        Assert.Equal($"arn:aws:sts::{Account}:assumed-role/Workload/scan", me.Text("Arn"));
    }

    [Fact]
    public async Task AssumeRoleWithWebIdentity_refuses_whom_the_role_does_not_trust_and_tokens_that_are_not_good()
    {
        var stranger = new OpenIdProvider { Url = _provider.Url };

        Assert.Equal("AccessDenied", await RefusalAsync(_provider.Issue("system:serviceaccount:audit:other", Soon)));
        Assert.Equal("ExpiredTokenException", await RefusalAsync(_provider.Issue(Subject, Soon.AddHours(-2))));
        Assert.Equal("InvalidIdentityToken", await RefusalAsync(_provider.Issue(Subject, Soon, audience: "another")));
        Assert.Equal("InvalidIdentityToken", await RefusalAsync(stranger.Issue(Subject, Soon)));
        Assert.Equal("InvalidIdentityToken", await RefusalAsync(new OpenIdProvider { Url = "https://elsewhere.example.com" }.Issue(Subject, Soon)));
        Assert.Equal("InvalidIdentityToken", await RefusalAsync("no.token.at-all"));
    }

    [Fact]
    public async Task GetRoleCredentials_hands_out_keys_that_work()
    {
        var told = await Aws.AskAsync(Region, "sso", "get-role-credentials", "--role-name", "Audit", "--account-id", Account, "--access-token", "the-token");

        var keys = told["roleCredentials"]!;
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(keys["expiration"]!.GetValue<long>()) - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
        var me = await new AwsCli(_sandbox) { Keys = Keys(keys) }.AskAsync(Region, "sts", "get-caller-identity");
        Assert.Equal($"arn:aws:sts::{Account}:assumed-role/AWSReservedSSO_Audit_0123456789abcdef/alice", me.Text("Arn"));
    }

    [Theory]
    [InlineData("the-token", "Admin", "ForbiddenException")]
    [InlineData("the-token", "Ghost", "ForbiddenException")]
    [InlineData("another-token", "Audit", "UnauthorizedException")]
    public async Task GetRoleCredentials_refuses_roles_that_the_user_has_not_and_tokens_that_are_not_good(string token, string role, string error) =>
        Assert.Equal(error, await Aws.ErrorAsync(Region, "sso", "get-role-credentials", "--role-name", role, "--account-id", Account, "--access-token", token));

    [Fact]
    public async Task CreateToken_renews_a_sign_in_once_a_refresh_token()
    {
        var told = await Aws.AskAsync(Region, RefreshArguments("the-secret"));

        Assert.Equal("InvalidGrantException", await Aws.ErrorAsync(Region, RefreshArguments("the-secret")));
        Assert.NotNull(await Aws.AskAsync(Region, "sso", "get-role-credentials", "--role-name", "Audit", "--account-id", Account, "--access-token", told.Text("accessToken")!));
    }

    [Fact]
    public async Task CreateToken_refuses_a_client_that_is_another() =>
        Assert.Equal("InvalidClientException", await Aws.ErrorAsync(Region, RefreshArguments("another-secret")));

    private static string[] RefreshArguments(string secret) =>
        ["sso-oidc", "create-token", "--client-id", "the-client", "--client-secret", secret, "--grant-type", "refresh_token", "--refresh-token", "the-refresh-token"];

    private static SandboxCredential Keys(JsonNode keys) => new()
    {
        AccessKeyId = (keys["AccessKeyId"] ?? keys["accessKeyId"])!.ToString(),
        SecretAccessKey = (keys["SecretAccessKey"] ?? keys["secretAccessKey"])!.ToString(),
        SessionToken = (keys["SessionToken"] ?? keys["sessionToken"])!.ToString(),
        Arn = "",
    };

    private static string Trust(string provider) => $$"""
        { "Statement": {
          "Effect": "Allow", "Principal": { "Federated": "{{provider}}" }, "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringEquals": { "oidc.example.com/cluster:sub": "{{Subject}}" } } } }
        """;

    private Task<JsonNode> AssumeAsync(string token) => Aws.AskAsync(Region, Arguments(token));

    private Task<string> RefusalAsync(string token) => Aws.ErrorAsync(Region, Arguments(token));

    private static string[] Arguments(string token) =>
        ["sts", "assume-role-with-web-identity", "--role-arn", Role, "--role-session-name", "scan", "--web-identity-token", token];
}
