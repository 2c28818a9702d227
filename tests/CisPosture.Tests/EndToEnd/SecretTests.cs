using System.Management.Automation;
using System.Text.Json;
using CisPosture.Sandbox;
using CisPosture.Sandbox.State;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.EndToEnd;

/// <summary>
/// Whatever happens, neither the secret key nor the session token is in anything that the module says or writes: every stream of a whole
/// scan with -Debug and -Verbose, every error with all that hangs on it, every finding, and the snapshot file.
/// </summary>
public sealed class SecretTests : IAsyncLifetime
{
    private const string AccessKey = "ASIAIOSFODNN7SECRETS";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYzSECRETKEY";
    private const string Token = "IQoJb3JpZ2luX2VjEHkaCXVzLWVhc3QtMSJ/+HMEUCIQDexampleTOKEN=";
    private const string Connection = "-AccessKey $AccessKey -SecretKey $SecretKey -SessionToken $Token -Region us-east-1 -Debug -Verbose";

    private static readonly string[] Secrets = [.. SecretForms.Of(SecretKey), .. SecretForms.Of(Token)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-secrets-");
    private readonly ModuleSession _session = ModuleSession.Open();
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await StartAsync(new SandboxOptions { Account = "neglected" });
        Set("AccessKey", AccessKey);
        Set("SecretKey", SecretKey);
        Set("Token", Token);
        Set("Endpoint", _sandbox.Endpoint.ToString());
        Set("Folder", _folder.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_whole_scan_says_much_and_no_secret()
    {
        var said = Say($"Test-CisControl {Connection} -EndpointUrl $Endpoint -EachResource", out var run);

        Assert.Null(run.Failure);
        Assert.Equal(BenchmarkCatalogue.Current.Controls.Count, run.Findings.Select(finding => finding.ControlId).Distinct().Count());
        Assert.Contains("Credentials from the access key given, access key ****RETS.", said, StringComparison.Ordinal);
        Assert.Contains("iam:GetCredentialReport", said, StringComparison.Ordinal);
        AssertNoSecret(said);
    }

    [Fact]
    public void A_snapshot_holds_no_secret()
    {
        var said = Say($"Export-CisSnapshot $Folder/account.json {Connection} -EndpointUrl $Endpoint", out var run);

        Assert.Null(run.Failure);
        AssertNoSecret(said);
        AssertNoSecret(File.ReadAllText(Path.Combine(_folder.FullName, "account.json")));
    }

    [Fact]
    public async Task A_scan_that_is_denied_everything_tells_each_denial_and_no_secret()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { Account = "neglected", Deny = ["*"] });
        Set("Endpoint", sandbox.Endpoint.ToString());

        var said = Say($"Test-CisControl {Connection} -EndpointUrl $Endpoint", out var run);

        Assert.NotEmpty(run.Errors);
        Assert.Contains("AccessDenied", said, StringComparison.Ordinal);
        AssertNoSecret(said);
    }

    /// <summary>Every way in which a connection fails, by the id of its error.</summary>
    [Theory]
    [InlineData("CredentialsInvalid", "Test-CisControl -AccessKey $AccessKey -SecretKey ($SecretKey + 'x') -SessionToken $Token -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -AccessKey $AccessKey -SecretKey $SecretKey -SessionToken ($Token + 'x') -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -AccessKey NOBODY -SecretKey $SecretKey -SessionToken $Token -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -AccessKey ASIAEXPIRED -SecretKey $SecretKey -SessionToken $Token -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -SecretKey $SecretKey -SessionToken $Token -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -Credential $SecretKey -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -Credential $Talkative -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("EndpointUrlInvalid", "Test-CisControl -AccessKey $AccessKey -SecretKey $SecretKey -SessionToken $Token -EndpointUrl \"http://u:$([uri]::EscapeDataString($SecretKey))@localhost/\" -Debug -Verbose")]
    [InlineData("EndpointUnreachable", "Test-CisControl -AccessKey $AccessKey -SecretKey $SecretKey -SessionToken $Token -EndpointUrl http://127.0.0.1:1/ -Debug -Verbose")]
    [InlineData("EndpointUnreachable", "Test-CisControl -AccessKey $AccessKey -SecretKey $SecretKey -SessionToken $Token -Region eu-west-1 -Debug -Verbose")]
    [InlineData("ProfileInvalid", "Test-CisControl -ProfileName audit -ProfileLocation $Folder/broken -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("ProfileInvalid", "Test-CisControl -ProfileName twice -ProfileLocation $Folder/profiles -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("ProfileInvalid", "Test-CisControl -ProfileName half -ProfileLocation $Folder/profiles -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -ProfileName wrong -ProfileLocation $Folder/profiles -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -ProfileName role -ProfileLocation $Folder/profiles -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("CredentialsInvalid", "Test-CisControl -ProfileName helper -ProfileLocation $Folder/profiles -EndpointUrl $Endpoint -Debug -Verbose")]
    [InlineData("RegionInvalid", "Test-CisControl -AccessKey $AccessKey -SecretKey $SecretKey -SessionToken $Token -Region Ireland -Debug -Verbose")]
    public void A_connection_that_fails_says_why_and_no_secret(string errorId, string command)
    {
        WriteProfiles();
        Set("Talkative", new TalkativeCredentials());

        var said = Say(command, out var run);

        Assert.True(run.Failure is not null, $"The command should have failed: {command}");
        Assert.StartsWith(errorId, run.Failure.FullyQualifiedErrorId, StringComparison.Ordinal);
        AssertNoSecret(said);
    }

    private static void AssertNoSecret(string text)
    {
        var found = Secrets.FirstOrDefault(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.True(found is null, $"The secret '{found}' stands in: {Around(text, found)}");
    }

    private static string Around(string text, string? found)
    {
        var place = found is null ? 0 : text.IndexOf(found, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, place - 200)..Math.Min(text.Length, place + 200)];
    }

    private static Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        var caller = "arn:aws:sts::111122223333:assumed-role/Audit/secretive";
        return WithKeysAsync(options, new SandboxCredential { AccessKeyId = AccessKey, SecretAccessKey = SecretKey, SessionToken = Token, Arn = caller }, new SandboxCredential
        {
            AccessKeyId = "ASIAEXPIRED", SecretAccessKey = SecretKey, SessionToken = Token, Arn = caller, Expiration = DateTimeOffset.UnixEpoch,
        });
    }

    private static async Task<SandboxServer> WithKeysAsync(SandboxOptions options, params SandboxCredential[] keys)
    {
        var sandbox = await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);
        sandbox.Account.Change(account => account.Credentials = keys);
        return sandbox;
    }

    private void WriteProfiles()
    {
        var keys = $"aws_access_key_id = {AccessKey}\naws_secret_access_key = {SecretKey}\n";
        Write("broken", $"[audit]\naws_secret_access_key {SecretKey}\naws_session_token {Token}\n");
        Write("profiles", $"""
            [twice]
            {keys}aws_secret_access_key = {SecretKey}
            [half]
            aws_secret_access_key = {SecretKey}
            aws_session_token = {Token}
            [wrong]
            {keys}aws_session_token = {Token}x
            [role]
            {keys}aws_session_token = {Token}
            role_arn = arn:aws:iam::111122223333:role/Nobody
            source_profile = role
            [helper]
            credential_process = echo '"SecretAccessKey": "{SecretKey}", "SessionToken": "{Token}"'
            """);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private void Set(string name, object value) => _session.Runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Runs a command and takes down all that it said, in every stream and in every part of its errors.</summary>
    private string Say(string command, out ModuleRun run)
    {
        using var shell = _session.Shell($"try {{ {command} }} catch {{ throw }}");
        run = Run(shell);
        return string.Join('\n',
        [
            .. shell.Streams.Verbose.Select(record => record.Message),
            .. shell.Streams.Debug.Select(record => record.Message),
            .. shell.Streams.Warning.Select(record => record.Message),
            .. shell.Streams.Information.Select(record => $"{record.MessageData}"),
            .. shell.Streams.Progress.Select(record => $"{record.Activity} {record.StatusDescription} {record.CurrentOperation}"),
            .. run.Errors.Append(run.Failure).OfType<ErrorRecord>().Select(Whole),
            .. run.Output.Select(item => item.BaseObject is CisFinding finding ? JsonSerializer.Serialize(finding) : $"{item}"),
        ]);
    }

    private static ModuleRun Run(PowerShell shell)
    {
        try
        {
            return ModuleRun.Of(shell, shell.Invoke(), failure: null);
        }
        catch (RuntimeException failure)
        {
            return ModuleRun.Of(shell, [], failure.ErrorRecord);
        }
    }

    private static string Whole(ErrorRecord error) =>
        $"{error} {error.FullyQualifiedErrorId} {error.CategoryInfo} {error.TargetObject} {error.ErrorDetails} {error.ScriptStackTrace} {error.Exception} {JsonSerializer.Serialize(error.Exception.Data)}";

    /// <summary>Gives its keys once, and complains with them in its mouth from then on.</summary>
    private sealed class TalkativeCredentials
    {
        private bool _hasGiven;

        public object GetCredentials()
        {
            var isFirst = !_hasGiven;
            _hasGiven = true;
            return isFirst ? new { AccessKey, SecretKey, Token } : throw new InvalidOperationException($"The session with {SecretKey} and {Uri.EscapeDataString(Token)} is over.");
        }
    }
}
