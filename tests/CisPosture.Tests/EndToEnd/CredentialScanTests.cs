using System.Management.Automation;
using CisPosture.Sandbox;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Tests.Engine;
using CisPosture.Wall;

namespace CisPosture.Tests.EndToEnd;

/// <summary>Credentials as users give them, from the command down to the account.</summary>
public sealed class CredentialScanTests : IAsyncLifetime
{
    private const string RoleKeys = """{ "Code": "Success", "AccessKeyId": "test", "SecretAccessKey": "test", "Expiration": "2099-01-01T00:00:00Z" }""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-aws-");
    private SandboxServer _sandbox = null!;

    private Dictionary<string, string> GoodRegion => new(StringComparer.Ordinal) { ["AWS_REGION"] = "us-east-1", ["AWS_ENDPOINT_URL"] = _sandbox.Endpoint.ToString() };

    private Dictionary<string, string> GoodKeys => new(GoodRegion, StringComparer.Ordinal) { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" };

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary" }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_environment_s_keys_and_endpoint_are_enough_for_a_scan()
    {
        var run = await ConsoleRun.OfAsync(GoodKeys, "-Command", "Test-CisControl 1.5 -Quiet -Verbose");

        Assert.Equal((0, "True"), (run.ExitCode, run.Text));
        Assert.Contains("VERBOSE: Credentials from the environment variables, access key ****.", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"VERBOSE: Every service is asked at {_sandbox.Endpoint}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_profile_is_one_terminating_error_and_no_request_even_with_good_keys_in_the_environment()
    {
        var run = await ConsoleRun.OfAsync(GoodKeys, "-Command", "try { Test-CisControl -ProfileName nosuch } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.TargetObject }; \"errors: $($Error.Count)\"");

        Assert.Equal(["ProfileNotFound,CisPosture.Commands.TestCisControlCommand", "ObjectNotFound", "nosuch", "errors: 1"], run.Text.Split('\n'));
        Assert.Empty(_sandbox.Requests.ByOperation);
    }

    [Fact]
    public async Task A_missing_profile_at_the_prompt_ends_the_console_with_an_error_that_names_the_files()
    {
        var run = await ConsoleRun.OfAsync(GoodKeys, "-Command", "Test-CisControl -ProfileName nosuch");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Text));
        Assert.Contains("The profile 'nosuch', which -ProfileName names, is not in", run.Errors, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Requests.ByOperation);
    }

    [Fact]
    public async Task A_profile_of_the_files_that_the_environment_names_is_scanned_with_its_role_at_its_own_endpoint()
    {
        _sandbox.Account.Change(account => account.Iam.Roles.Add(new IamRole
        {
            Name = "Audit", AssumeRolePolicyDocument = """{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" } }""",
        }));
        var config = Path.Combine(_folder.FullName, "config");
        await File.WriteAllTextAsync(config, $"""
            [profile base]
            aws_access_key_id = test
            aws_secret_access_key = test
            [profile audit]
            role_arn = arn:aws:iam::111122223333:role/Audit
            source_profile = base
            region = us-east-1
            endpoint_url = {_sandbox.Endpoint}
            """, TestContext.Current.CancellationToken);

        var run = await ConsoleRun.OfAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_CONFIG_FILE"] = config }, "-Command", "Test-CisControl 1.5 -ProfileName audit -Quiet -Verbose");

        Assert.Equal((0, "True"), (run.ExitCode, run.Text));
        Assert.Contains("VERBOSE: Credentials from the profile 'audit', which assumes the role arn:aws:iam::111122223333:role/Audit as the profile 'base', access key ****", run.Errors, StringComparison.Ordinal);
        Assert.Contains("VERBOSE: Account 111122223333 as arn:aws:sts::111122223333:assumed-role/Audit/CisPosture.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123456", null)]
    [InlineData("000000", ErrorId.CredentialsInvalid)]
    [InlineData(null, ErrorId.MfaCodeRequired)]
    public async Task A_role_that_demands_MFA_is_scanned_with_the_code_that_the_user_types_at_the_host(string? typed, string? errorId)
    {
        const string Device = "arn:aws:iam::111122223333:mfa/auditor";
        _sandbox.Account.Change(account =>
        {
            account.Iam.Users.Add(new IamUser { Name = "auditor", MfaDevices = [new MfaDevice { SerialNumber = Device, EnableDate = DateTimeOffset.UnixEpoch, Shows = "123456" }] });
            account.Iam.Roles.Add(new IamRole
            {
                Name = "Careful",
                AssumeRolePolicyDocument = """
                    { "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } } }
                    """,
            });
        });
        var credentials = Path.Combine(_folder.FullName, "credentials");
        await File.WriteAllTextAsync(credentials, $"""
            [audit]
            aws_access_key_id = test
            aws_secret_access_key = test
            role_arn = arn:aws:iam::111122223333:role/Careful
            source_profile = audit
            mfa_serial = {Device}
            """, TestContext.Current.CancellationToken);
        var host = new RecordingHost(typed);
        using var session = ModuleSession.Open(host);

        var run = session.Run("try { Test-CisControl 1.5 -ProfileName audit -ProfileLocation $args[0] -EndpointUrl $args[1] -Region us-east-1 -Quiet } catch { throw }", credentials, _sandbox.Endpoint.ToString());

        Assert.Contains($"MFA code of {Device}:", host.Screen, StringComparison.Ordinal);
        Assert.Equal(errorId, run.Failure?.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(errorId is null ? ["True"] : Array.Empty<string>(), run.Output.Select(item => item.ToString()));
        Assert.All(run.Failure is { } failure ? [failure] : Array.Empty<ErrorRecord>(), error => Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category));
    }

    [Fact]
    public async Task A_sign_in_that_is_missing_is_an_authentication_error_that_names_the_commands_to_sign_in_with_and_no_request()
    {
        var config = Path.Combine(_folder.FullName, "config");
        await File.WriteAllTextAsync(config, """
            [profile corp]
            sso_start_url = https://corp.example.com/start
            sso_region = eu-central-1
            sso_account_id = 111122223333
            sso_role_name = Audit
            """, TestContext.Current.CancellationToken);
        var variables = new Dictionary<string, string>(GoodKeys, StringComparer.Ordinal) { ["AWS_CONFIG_FILE"] = config, ["HOME"] = _folder.FullName };

        var run = await ConsoleRun.OfAsync(variables, "-Command", "try { Test-CisControl -ProfileName corp } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.Exception.Message }");

        var lines = run.Text.Split('\n');
        Assert.Equal(["SsoLoginRequired,CisPosture.Commands.TestCisControlCommand", "AuthenticationError"], lines[..2]);
        Assert.Contains("Invoke-AWSSSOLogin -ProfileName corp", run.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty(_sandbox.Requests.ByOperation);
    }

    [Fact]
    public async Task Without_an_endpoint_the_built_module_asks_AWS_and_the_wall_of_the_tests_lets_nothing_through()
    {
        var keys = new Dictionary<string, string>(GoodKeys, StringComparer.Ordinal) { ["AWS_REGION"] = "ap-southeast-4" };
        keys.Remove("AWS_ENDPOINT_URL");

        var run = await ConsoleRun.OfAsync(keys, "-Command", "Test-CisControl 1.5");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Text));
        Assert.Contains("STS of ap-southeast-4 does not answer as AWS does", run.Errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("CONNECT sts.ap-southeast-4.amazonaws.com:443 HTTP/1.1", NetworkWall.StoppedRequests);
    }

    [Fact]
    public async Task The_role_of_the_container_is_asked_at_the_address_that_the_container_names()
    {
        await using var container = await RoleServer.StartAsync(("GET /role", RoleKeys));
        var variables = new Dictionary<string, string>(GoodRegion, StringComparer.Ordinal) { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"{container.Address}/role", ["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "let-me-in" };

        var run = await ConsoleRun.OfAsync(variables, "-Command", "Test-CisControl 1.5 -Quiet -Verbose");

        Assert.Equal((0, "True"), (run.ExitCode, run.Text));
        Assert.Contains("VERBOSE: Credentials from the role of this container, access key ****", run.Errors, StringComparison.Ordinal);
        Assert.Equal("let-me-in", container.Authorization);
    }

    [Fact]
    public async Task The_role_of_the_instance_is_asked_at_the_metadata_service_on_this_machine()
    {
        const string Roles = "/latest/meta-data/iam/security-credentials/";
        await using var metadata = await RoleServer.StartAsync(
            ("PUT /latest/api/token", "metadata-token"),
            ("GET /latest/meta-data/iam/info", """{ "Code": "Success", "InstanceProfileArn": "arn:aws:iam::111122223333:instance-profile/auditor", "InstanceProfileId": "AIPA1" }"""),
            ($"GET {Roles}", "auditor"),
            ($"GET {Roles}auditor", RoleKeys));

        var run = await ConsoleRun.OfAsync(
            new Dictionary<string, string>(GoodRegion, StringComparer.Ordinal) { ["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = metadata.Address }, "-Command", "Test-CisControl 1.5 -Quiet -Verbose");

        Assert.Equal((0, "True"), (run.ExitCode, run.Text));
        Assert.Contains("VERBOSE: Credentials from the role of this instance, access key ****", run.Errors, StringComparison.Ordinal);
    }
}
