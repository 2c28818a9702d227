using System.Text.Json.Nodes;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;
using CisPosture.Sandbox;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.State.IdentityCenter;

namespace CisPosture.Aws.Tests.Connection;

/// <summary>Every kind of profile, from AWS's files on disk to an account that takes the credentials it leads to.</summary>
public sealed class ProfileConnectionTests : IAsyncLifetime
{
    private const string Account = "111122223333";
    private const string Device = $"arn:aws:iam::{Account}:mfa/auditor";
    private const string Keys = "aws_access_key_id = test\naws_secret_access_key = test\n";
    private const string Subject = "system:serviceaccount:audit:scanner";

    private readonly AwsFolder _folder = new();
    private readonly TestSurroundings _machine;
    private readonly RecordingLog _log = new();
    private readonly OpenIdProvider _provider = new() { Url = "https://oidc.example.com/cluster" };
    private readonly SignIn _signIn = new()
    {
        User = "alice", AccessToken = "sign-in-token", ExpiresAt = DateTimeOffset.UtcNow.AddHours(8), RefreshToken = "sign-in-refresh", ClientId = "client", ClientSecret = "client-secret", PermissionSets = ["Audit"],
    };

    private SandboxServer _sandbox = null!;

    public ProfileConnectionTests() => _machine = new TestSurroundings { Clock = DateTimeOffset.UtcNow }.With(_folder);

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary" }, TestContext.Current.CancellationToken);
        _sandbox.Account.Change(account =>
        {
            account.Credentials = [.. account.Credentials, new SandboxCredential { AccessKeyId = "ASIASESSION", SecretAccessKey = "s", SessionToken = "session-token", Arn = $"arn:aws:sts::{Account}:assumed-role/Before/me" }];
            account.Iam.Users.Add(new IamUser { Name = "auditor", MfaDevices = [new MfaDevice { SerialNumber = Device, EnableDate = DateTimeOffset.UnixEpoch, Shows = "123456" }] });
            account.Iam.OpenIdProviders.Add(_provider);
            account.SignIns.Add(_signIn);
            account.Iam.Roles.AddRange([
                Role("Audit", """{ "AWS": "111122223333" }"""),
                Role("Further", """{ "AWS": "arn:aws:iam::111122223333:role/Audit" }"""),
                Role("Guarded", """{ "AWS": "111122223333" }""", """{ "StringEquals": { "sts:ExternalId": "ticket/4711", "sts:RoleSessionName": "weekly" } }"""),
                Role("Careful", """{ "AWS": "111122223333" }""", """{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }"""),
                Role("Workload", $$"""{ "Federated": "arn:aws:iam::{{Account}}:oidc-provider/oidc.example.com/cluster" }""", $$"""{ "StringEquals": { "oidc.example.com/cluster:sub": "{{Subject}}" } }""", "sts:AssumeRoleWithWebIdentity"),
                Role("AWSReservedSSO_Audit_0123456789abcdef", """{ "AWS": [] }"""),
            ]);
        });
    }

    public async ValueTask DisposeAsync()
    {
        var faults = _sandbox.Faults;
        await _sandbox.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Keys_with_and_without_a_session_token()
    {
        _folder.Credentials($"[keys]\n{Keys}[session]\naws_access_key_id = ASIASESSION\naws_secret_access_key = s\naws_session_token = session-token\n");

        Assert.Equal("user/auditor", await CallerAsync("keys"));
        Assert.Equal("assumed-role/Before/me", await CallerAsync("session"));
    }

    [Fact]
    public async Task A_role_that_the_keys_of_another_profile_assume()
    {
        _folder.Credentials($"[base]\n{Keys}").Config(RoleProfile("audit", "Audit", "source_profile = base"));

        Assert.Equal("assumed-role/Audit/CisPosture", await CallerAsync("audit"));
        Assert.Contains(_log.VerboseLines, line => line.StartsWith(
            $"Credentials from the profile 'audit', which assumes the role arn:aws:iam::{Account}:role/Audit as the profile 'base', access key ****", StringComparison.Ordinal));
        Assert.Equal(1, _sandbox.Requests.ByOperation["sts:AssumeRole"]);
    }

    [Fact]
    public async Task A_role_that_the_profile_s_own_keys_assume()
    {
        _folder.Config(RoleProfile("audit", "Audit", "source_profile = audit\n" + Keys));

        Assert.Equal("assumed-role/Audit/CisPosture", await CallerAsync("audit"));
    }

    [Fact]
    public async Task A_role_that_another_role_assumes()
    {
        _folder.Credentials($"[base]\n{Keys}").Config(RoleProfile("audit", "Audit", "source_profile = base") + RoleProfile("further", "Further", "source_profile = audit"));

        Assert.Equal("assumed-role/Further/CisPosture", await CallerAsync("further"));
    }

    [Fact]
    public async Task A_role_that_wants_an_external_id_and_a_session_name()
    {
        _folder.Credentials($"[base]\n{Keys}").Config(RoleProfile("audit", "Guarded", "source_profile = base\nexternal_id = ticket/4711\nrole_session_name = weekly\nduration_seconds = 900"));

        Assert.Equal("assumed-role/Guarded/weekly", await CallerAsync("audit"));
    }

    [Fact]
    public async Task A_role_that_the_environment_s_keys_assume()
    {
        _machine.Variables["AWS_ACCESS_KEY_ID"] = "test";
        _machine.Variables["AWS_SECRET_ACCESS_KEY"] = "test";
        _folder.Config(RoleProfile("audit", "Audit", "credential_source = Environment"));

        Assert.Equal("assumed-role/Audit/CisPosture", await CallerAsync("audit"));
    }

    [Theory]
    [InlineData("EcsContainer")]
    [InlineData("Ec2InstanceMetadata")]
    public async Task A_role_that_the_machine_s_own_role_assumes(string source)
    {
        _machine.Variables["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = "http://localhost:1338";
        _machine.ContainerRole = source == "EcsContainer" ? new Amazon.Runtime.BasicAWSCredentials("test", "test") : null;
        _machine.InstanceRole = source == "EcsContainer" ? null : new Amazon.Runtime.BasicAWSCredentials("test", "test");
        _folder.Config(RoleProfile("audit", "Audit", $"credential_source = {source}"));

        Assert.Equal("assumed-role/Audit/CisPosture", await CallerAsync("audit"));
    }

    [Fact]
    public async Task A_role_that_demands_MFA_with_the_code_that_the_user_types()
    {
        var user = new TypedCode("123456");
        _folder.Credentials($"[base]\n{Keys}").Config(RoleProfile("audit", "Careful", $"source_profile = base\nmfa_serial = {Device}"));

        Assert.Equal("assumed-role/Careful/CisPosture", await CallerAsync("audit", user));
        Assert.Equal([Device], user.Devices);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("hunter2")]
    public async Task A_code_that_is_not_given_is_an_error_before_the_role_is_asked_for(string? code)
    {
        _folder.Credentials($"[base]\n{Keys}").Config(RoleProfile("audit", "Careful", $"source_profile = base\nmfa_serial = {Device}"));

        var error = await FailAsync("audit", new TypedCode(code));

        Assert.Equal((ErrorId.MfaCodeRequired, Device), (error.ErrorId, error.Target));
        Assert.Empty(_sandbox.Requests.ByOperation);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_is_refused_in_AWS_s_words()
    {
        _folder.Credentials($"[base]\n{Keys}").Config(RoleProfile("audit", "Careful", $"source_profile = base\nmfa_serial = {Device}"));

        var error = await FailAsync("audit", new TypedCode("000000"));

        Assert.Equal((ErrorId.CredentialsInvalid, "AccessDenied"), (error.ErrorId, error.Target));
        Assert.Contains("MultiFactorAuthentication failed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_does_not_trust_the_source_is_told_by_its_ARN()
    {
        _folder.Credentials($"[base]\n{Keys}").Config(RoleProfile("audit", "Further", "source_profile = base"));

        var error = await FailAsync("audit");

        Assert.Equal((ErrorId.CredentialsInvalid, "AccessDenied"), (error.ErrorId, error.Target));
        Assert.StartsWith($"AWS refused the role arn:aws:iam::{Account}:role/Further with AccessDenied: User: arn:aws:iam::{Account}:user/auditor is not authorized", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_assumed_with_a_web_identity_token()
    {
        _folder.Write("token", _provider.Issue(Subject, DateTimeOffset.UtcNow.AddHours(1)) + "\n").Config(RoleProfile("audit", "Workload", $"web_identity_token_file = {_folder.PathOf("token")}"));

        Assert.Equal("assumed-role/Workload/CisPosture", await CallerAsync("audit"));
    }

    [Fact]
    public async Task A_role_that_a_cluster_gives_its_workloads_by_the_environment()
    {
        _folder.Write("token", _provider.Issue(Subject, DateTimeOffset.UtcNow.AddHours(1)));
        _machine.Variables["AWS_WEB_IDENTITY_TOKEN_FILE"] = _folder.PathOf("token");
        _machine.Variables["AWS_ROLE_ARN"] = $"arn:aws:iam::{Account}:role/Workload";
        _machine.Variables["AWS_ROLE_SESSION_NAME"] = "nightly";

        Assert.Equal("assumed-role/Workload/nightly", await CallerAsync(profile: null));
    }

    [Fact]
    public async Task A_web_identity_token_that_is_over_missing_or_not_trusted_is_an_error_without_the_token()
    {
        var expired = _provider.Issue(Subject, DateTimeOffset.UtcNow.AddHours(-1));
        var stranger = _provider.Issue("system:serviceaccount:other:pod", DateTimeOffset.UtcNow.AddHours(1));
        _folder.Write("expired", expired).Write("stranger", stranger)
            .Config(RoleProfile("expired", "Workload", $"web_identity_token_file = {_folder.PathOf("expired")}")
                + RoleProfile("stranger", "Workload", $"web_identity_token_file = {_folder.PathOf("stranger")}")
                + RoleProfile("missing", "Workload", $"web_identity_token_file = {_folder.PathOf("nosuch")}"));

        var errors = new[] { await FailAsync("expired"), await FailAsync("stranger"), await FailAsync("missing") };

        Assert.Equal(["ExpiredTokenException", "AccessDenied", _folder.PathOf("nosuch")], errors.Select(error => error.Target));
        Assert.All(errors, error => Assert.Equal(ErrorId.CredentialsInvalid, error.ErrorId));
        Assert.All(errors, error => Assert.True(!error.ToString().Contains(expired, StringComparison.Ordinal) && !error.ToString().Contains(stranger, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Credentials_that_a_process_prints()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The helper of this test is a line of a POSIX shell.");
        }

        _folder.Write("keys.json", """{ "Version": 1, "AccessKeyId": "ASIASESSION", "SecretAccessKey": "s", "SessionToken": "session-token" }""")
            .Config($"[profile helper]\ncredential_process = cat '{_folder.PathOf("keys.json")}'\n[profile broken]\ncredential_process = echo no such vault >&2; exit 3\n");

        Assert.Equal("assumed-role/Before/me", await CallerAsync("helper"));
        Assert.Contains(_log.VerboseLines, line => line == "Credentials from the credential_process of the profile 'helper', access key ****SION.");
        var error = await FailAsync("broken");
        Assert.Equal(ErrorId.CredentialsInvalid, error.ErrorId);
        Assert.Contains("no such vault", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_of_Identity_Center_for_a_sign_in_that_is_there(bool hasSession)
    {
        WriteSsoProfile(hasSession);
        _folder.Write(SignInFile.NameFor(hasSession ? "corp" : "https://corp.example.com/start"), SignInFile.TextOf(_signIn));

        Assert.Equal("assumed-role/AWSReservedSSO_Audit_0123456789abcdef/alice", await CallerAsync("sso profile"));
        Assert.Contains(_log.VerboseLines, line => line.StartsWith("Credentials from the profile 'sso profile', which signs in to the role Audit of the account 111122223333, access key ****", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sign_in_that_is_over_is_renewed_where_that_takes_no_user()
    {
        WriteSsoProfile(hasSession: true);
        _folder.Write(SignInFile.NameFor("corp"), SignInFile.TextOf(_signIn, expiresAt: DateTimeOffset.UtcNow.AddMinutes(-5)));

        Assert.Equal("assumed-role/AWSReservedSSO_Audit_0123456789abcdef/alice", await CallerAsync("sso profile"));
        Assert.Equal(1, _sandbox.Requests.ByOperation["sso-oauth:CreateToken"]);
        Assert.Equal(_signIn.AccessToken, JsonNode.Parse(File.ReadAllText(_folder.PathOf(SignInFile.NameFor("corp"))))!["accessToken"]!.ToString());
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("expired")]
    [InlineData("expired and not renewable")]
    [InlineData("ended")]
    [InlineData("unreadable")]
    public async Task A_sign_in_that_is_not_there_is_never_begun_but_told_with_the_commands_that_begin_it(string state)
    {
        WriteSsoProfile(hasSession: true);
        _signIn.RefreshToken = state == "expired and not renewable" ? null : "another-refresh-token";
        var text = state switch
        {
            "unreadable" => "{",
            "ended" => SignInFile.TextOf(new SignIn { User = "alice", AccessToken = "ended-token", ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) }),
            _ => SignInFile.TextOf(_signIn, expiresAt: DateTimeOffset.UtcNow.AddMinutes(-5)),
        };
        _signIn.RefreshToken = "sign-in-refresh";
        if (state != "missing")
        {
            _folder.Write(SignInFile.NameFor("corp"), text);
        }

        var error = await FailAsync("sso profile");

        Assert.Equal((ErrorId.SsoLoginRequired, "sso profile"), (error.ErrorId, error.Target));
        Assert.Contains("Invoke-AWSSSOLogin -ProfileName 'sso profile'", error.Message, StringComparison.Ordinal);
        Assert.Contains("aws sso login --profile 'sso profile'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("sign-in-token|sign-in-refresh|client-secret|ended-token|another-refresh", error.ToString());
    }

    [Fact]
    public async Task A_role_that_the_user_has_not_at_Identity_Center_is_refused()
    {
        _folder.Config("[profile admin]\nsso_start_url = https://corp.example.com/start\nsso_region = eu-central-1\nsso_account_id = 111122223333\nsso_role_name = Admin\n")
            .Write(SignInFile.NameFor("https://corp.example.com/start"), SignInFile.TextOf(_signIn));

        var error = await FailAsync("admin");

        Assert.Equal((ErrorId.CredentialsInvalid, "ForbiddenException"), (error.ErrorId, error.Target));
        Assert.StartsWith("AWS refused the role Admin of the account 111122223333 with ForbiddenException", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role_arn = arn:r", "neither a source_profile nor a credential_source")]
    [InlineData("role_arn = arn:r\nsource_profile = base\ncredential_source = Environment", "both a source_profile and a credential_source")]
    [InlineData("role_arn = arn:r\nsource_profile = audit", "names itself")]
    [InlineData("role_arn = arn:r\nsource_profile = other", "in a circle: audit → other → audit")]
    [InlineData("role_arn = arn:r\ncredential_source = Vault", "'Vault' as credential_source")]
    [InlineData("role_arn = arn:r\nsource_profile = base\nduration_seconds = long", "'long' as duration_seconds")]
    [InlineData("role_arn = arn:r\nweb_identity_token_file = token", "not a full path")]
    [InlineData("aws_access_key_id = AKIA", "lacks aws_secret_access_key")]
    [InlineData("aws_secret_access_key = s", "lacks aws_access_key_id")]
    [InlineData("sso_account_id = 1\nsso_role_name = r\nsso_region = eu-west-1", "lacks sso_start_url")]
    [InlineData("login_session = arn:x", "signs in with 'aws login'")]
    [InlineData("region = eu-west-1", "gives no credentials")]
    public async Task A_profile_that_makes_no_sense_is_an_error_that_says_what_is_wrong_before_any_request(string settings, string fault)
    {
        _folder.Config($"[profile audit]\n{settings}\n[profile other]\nrole_arn = arn:o\nsource_profile = audit\n[profile base]\n{Keys}");

        var error = await FailAsync("audit");

        Assert.Equal(ErrorId.ProfileInvalid, error.ErrorId);
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Requests.ByOperation);
    }

    [Fact]
    public async Task A_source_profile_that_is_missing_is_an_error_that_names_both()
    {
        _folder.Config(RoleProfile("audit", "Audit", "source_profile = nosuch"));

        var error = await FailAsync("audit");

        Assert.Equal((ErrorId.ProfileNotFound, "nosuch"), (error.ErrorId, error.Target));
        Assert.Contains("source_profile of 'audit'", error.Message, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Requests.ByOperation);
    }

    [Theory]
    [InlineData("Environment")]
    [InlineData("EcsContainer")]
    [InlineData("Ec2InstanceMetadata")]
    public async Task A_credential_source_that_has_nothing_is_an_error_and_leads_nowhere_else(string source)
    {
        _folder.Credentials($"[default]\n{Keys}").Config(RoleProfile("audit", "Audit", $"credential_source = {source}"));

        var error = await FailAsync("audit");

        Assert.Equal((ErrorId.CredentialsNotFound, "audit"), (error.ErrorId, error.Target));
        Assert.Equal(0, _machine.InstanceQuestions);
    }

    [Fact]
    public async Task A_role_s_credentials_are_exchanged_anew_a_minute_before_they_end_and_not_before()
    {
        _folder.Credentials($"[base]\n{Keys}").Config(RoleProfile("audit", "Audit", "source_profile = base\nduration_seconds = 900"));
        var start = _machine.Clock;
        var found = await Searching.FindAsync(_machine, new ConnectionRequest { ProfileName = "audit" }, endpoint: _sandbox.Endpoint);
        var first = await found.Credentials.GetCredentialsAsync();

        _machine.Clock = start.AddMinutes(13.5);
        Assert.Equal(first.AccessKey, (await found.Credentials.GetCredentialsAsync()).AccessKey);

        _machine.Clock = start.AddMinutes(14.5);
        Assert.NotEqual(first.AccessKey, (await found.Credentials.GetCredentialsAsync()).AccessKey);
        Assert.Equal(2, _sandbox.Requests.ByOperation["sts:AssumeRole"]);
    }

    private static IamRole Role(string name, string principal, string condition = "{}", string action = "sts:AssumeRole") => new()
    {
        Name = name,
        AssumeRolePolicyDocument = $$"""{ "Statement": { "Effect": "Allow", "Principal": {{principal}}, "Action": "{{action}}", "Condition": {{condition}} } }""",
    };

    private static string RoleProfile(string name, string role, string settings) => $"[profile {name}]\nrole_arn = arn:aws:iam::{Account}:role/{role}\n{settings}\n";

    private void WriteSsoProfile(bool hasSession) => _folder.Config(hasSession
        ? "[profile sso profile]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Audit\n[sso-session corp]\nsso_start_url = https://corp.example.com/start\nsso_region = eu-central-1\n"
        : "[profile sso profile]\nsso_start_url = https://corp.example.com/start\nsso_region = eu-central-1\nsso_account_id = 111122223333\nsso_role_name = Audit\n");

    private async Task<string> CallerAsync(string? profile, IMfaPrompt? prompt = null)
    {
        using var session = await ConnectAsync(profile, prompt);
        return session.CallerArn.Split(':', 6)[5];
    }

    private Task<PostureException> FailAsync(string profile, IMfaPrompt? prompt = null) => Assert.ThrowsAsync<PostureException>(() => ConnectAsync(profile, prompt));

    private Task<IAccountSession> ConnectAsync(string? profile, IMfaPrompt? prompt) => new AccountGateway(_machine.ToSurroundings()).ConnectAsync(
        new ConnectionRequest { ProfileName = profile, Region = "us-east-1", EndpointUrl = _sandbox.Endpoint.ToString(), MfaPrompt = prompt }, _log, TestContext.Current.CancellationToken);
}
