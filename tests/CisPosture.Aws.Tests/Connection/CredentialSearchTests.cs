using Amazon.Runtime;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Connection;

public sealed class CredentialSearchTests
{
    private readonly TestSurroundings _surroundings = new();

    [Fact]
    public async Task Explicit_keys_come_before_everything_else()
    {
        AddEverything();

        Assert.Equal("AKIAGIVEN", await FoundKeyAsync(new ConnectionRequest
        {
            AccessKey = "AKIAGIVEN", SecretKey = "s", ProfileName = "named", Credential = new Shape("AKIASHAPE"), StoredCredential = new Shape("AKIASTORED"),
        }));
    }

    [Fact]
    public async Task A_named_profile_comes_before_credential_objects()
    {
        AddEverything();

        Assert.Equal("AKIANAMED", await FoundKeyAsync(new ConnectionRequest { ProfileName = "named", Credential = new Shape("AKIASHAPE"), StoredCredential = new Shape("AKIASTORED") }));
    }

    [Fact]
    public async Task A_credential_given_comes_before_the_session_s_own()
    {
        AddEverything();

        Assert.Equal("AKIASHAPE", await FoundKeyAsync(new ConnectionRequest { Credential = new Shape("AKIASHAPE"), StoredCredential = new Shape("AKIASTORED") }));
    }

    [Fact]
    public async Task The_session_s_own_credential_comes_before_the_environment()
    {
        AddEverything();

        Assert.Equal("AKIASTORED", await FoundKeyAsync(new ConnectionRequest { StoredCredential = new Shape("AKIASTORED") }));
    }

    [Fact]
    public async Task The_environment_s_keys_come_before_its_profile()
    {
        AddEverything();

        Assert.Equal("AKIAENVIRONMENT", await FoundKeyAsync(new ConnectionRequest()));
    }

    [Fact]
    public async Task The_environment_s_profile_comes_before_the_default_profile()
    {
        AddEverything();
        RemoveEnvironmentKeys();

        Assert.Equal("AKIAUSUAL", await FoundKeyAsync(new ConnectionRequest()));
    }

    [Fact]
    public async Task The_default_profile_comes_before_the_machine_s_role()
    {
        AddEverything();
        RemoveEnvironmentKeys();
        _surroundings.Variables.Remove("AWS_PROFILE");

        Assert.Equal("AKIADEFAULT", await FoundKeyAsync(new ConnectionRequest()));
        Assert.Empty(_surroundings.MachineRoleQuestions);
    }

    [Fact]
    public async Task The_machine_s_role_is_the_last_resort()
    {
        _surroundings.MachineRole = new BasicAWSCredentials("AKIAMACHINE", "s");

        Assert.Equal("AKIAMACHINE", await FoundKeyAsync(new ConnectionRequest()));
    }

    [Fact]
    public async Task A_default_profile_that_only_sets_a_Region_gives_no_credentials()
    {
        _surroundings.AddProfile("default", accessKey: null, secretKey: null, region: "eu-west-1");
        _surroundings.MachineRole = new BasicAWSCredentials("AKIAMACHINE", "s");

        Assert.Equal("AKIAMACHINE", await FoundKeyAsync(new ConnectionRequest()));
    }

    [Fact]
    public async Task Nothing_found_is_an_error_that_says_what_to_do()
    {
        var error = await Assert.ThrowsAsync<PostureException>(() => FoundKeyAsync(new ConnectionRequest()));

        Assert.Equal(ErrorId.CredentialsNotFound, error.ErrorId);
        Assert.Contains("-ProfileName", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_instance_s_metadata_is_asked_only_where_it_may_be(bool mayAskInstance)
    {
        await Assert.ThrowsAsync<PostureException>(() => Search().FindAsync(new ConnectionRequest(), mayAskInstance, TestContext.Current.CancellationToken));

        Assert.Equal([mayAskInstance], _surroundings.MachineRoleQuestions);
    }

    [Fact]
    public async Task A_missing_profile_is_an_error_even_where_other_credentials_are()
    {
        AddEverything();

        var error = await Assert.ThrowsAsync<PostureException>(() => FoundKeyAsync(new ConnectionRequest { ProfileName = "nosuch", AccessKey = "AKIAGIVEN", SecretKey = "s" }));

        Assert.Equal((ErrorId.ProfileNotFound, "nosuch"), (error.ErrorId, error.Target));
    }

    [Fact]
    public async Task A_missing_profile_of_the_environment_is_an_error()
    {
        _surroundings.Variables["AWS_PROFILE"] = "nosuch";
        _surroundings.AddProfile("default", "AKIADEFAULT", "s");

        Assert.Equal(ErrorId.ProfileNotFound, (await Assert.ThrowsAsync<PostureException>(() => FoundKeyAsync(new ConnectionRequest()))).ErrorId);
    }

    [Theory]
    [InlineData("AKIA", null, null, "-SecretKey")]
    [InlineData(null, "secret", null, "-AccessKey")]
    [InlineData(null, null, "token", "-AccessKey")]
    [InlineData("AKIA", "", null, "-SecretKey")]
    public async Task Half_of_a_key_pair_is_an_error_that_names_the_other_half(string? accessKey, string? secretKey, string? token, string missing)
    {
        AddEverything();

        var error = await Assert.ThrowsAsync<PostureException>(() => FoundKeyAsync(new ConnectionRequest { AccessKey = accessKey, SecretKey = secretKey, SessionToken = token }));

        Assert.Equal((ErrorId.CredentialsInvalid, missing), (error.ErrorId, error.Target));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_of_a_key_pair_in_the_environment_leads_to_no_other_account()
    {
        AddEverything();
        _surroundings.Variables.Remove("AWS_SECRET_ACCESS_KEY");

        Assert.Equal("AWS_SECRET_ACCESS_KEY", (await Assert.ThrowsAsync<PostureException>(() => FoundKeyAsync(new ConnectionRequest()))).Target);
    }

    [Fact]
    public async Task A_named_profile_without_keys_is_an_error()
    {
        _surroundings.AddProfile("empty", accessKey: null, secretKey: null, region: "eu-west-1");

        var error = await Assert.ThrowsAsync<PostureException>(() => FoundKeyAsync(new ConnectionRequest { ProfileName = "empty" }));

        Assert.Equal((ErrorId.CredentialsInvalid, "empty"), (error.ErrorId, error.Target));
    }

    [Fact]
    public async Task A_session_token_goes_with_its_keys()
    {
        var found = await FindAsync(new ConnectionRequest { AccessKey = "AKIAGIVEN", SecretKey = "s", SessionToken = "t" });

        Assert.Equal("t", (await found.Credentials.GetCredentialsAsync()).Token);
    }

    [Fact]
    public async Task A_credentials_object_is_asked_again_each_time()
    {
        var shape = new Shape("AKIASHAPE");
        var found = await FindAsync(new ConnectionRequest { Credential = shape });

        await found.Credentials.GetCredentialsAsync();
        shape.AccessKey = "AKIARENEWED";

        Assert.Equal("AKIARENEWED", (await found.Credentials.GetCredentialsAsync()).AccessKey);
    }

    [Fact]
    public async Task A_credentials_object_that_AWS_Tools_has_wrapped_is_unwrapped()
    {
        Assert.Equal("AKIASHAPE", await FoundKeyAsync(new ConnectionRequest { StoredCredential = new Wrapper(new Shape("AKIASHAPE")) }));
    }

    [Fact]
    public async Task An_object_that_is_no_credentials_object_is_an_error()
    {
        Assert.Equal(ErrorId.CredentialsInvalid, (await Assert.ThrowsAsync<PostureException>(() => FoundKeyAsync(new ConnectionRequest { Credential = "AKIA" }))).ErrorId);
    }

    [Fact]
    public async Task A_credentials_object_that_has_expired_says_so()
    {
        var found = await FindAsync(new ConnectionRequest { Credential = new ExpiredShape() });

        var error = await Assert.ThrowsAsync<PostureException>(() => found.Credentials.GetCredentialsAsync());

        Assert.Equal(ErrorId.CredentialsInvalid, error.ErrorId);
        Assert.Contains("session has ended", error.Message, StringComparison.Ordinal);
    }

    private CredentialSearch Search() => new(_surroundings.ToSurroundings());

    private Task<FoundCredentials> FindAsync(ConnectionRequest request) => Search().FindAsync(request, mayAskInstance: true, TestContext.Current.CancellationToken);

    private async Task<string> FoundKeyAsync(ConnectionRequest request) => (await (await FindAsync(request)).Credentials.GetCredentialsAsync()).AccessKey;

    private void AddEverything()
    {
        _surroundings.Variables["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        _surroundings.Variables["AWS_SECRET_ACCESS_KEY"] = "s";
        _surroundings.Variables["AWS_PROFILE"] = "usual";
        _surroundings.AddProfile("named", "AKIANAMED", "s");
        _surroundings.AddProfile("usual", "AKIAUSUAL", "s");
        _surroundings.AddProfile("default", "AKIADEFAULT", "s");
        _surroundings.MachineRole = new BasicAWSCredentials("AKIAMACHINE", "s");
    }

    private void RemoveEnvironmentKeys()
    {
        _surroundings.Variables.Remove("AWS_ACCESS_KEY_ID");
        _surroundings.Variables.Remove("AWS_SECRET_ACCESS_KEY");
    }

    private sealed class Shape(string accessKey)
    {
        public string AccessKey { get; set; } = accessKey;

        public object GetCredentials() => new { AccessKey, SecretKey = "s", Token = (string?)null };
    }

    private sealed class Wrapper(Shape shape)
    {
        internal Shape Credentials { get; } = shape;
    }

    private sealed class ExpiredShape
    {
        private readonly string _reason = "The session has ended.";

        public object GetCredentials() => throw new InvalidOperationException(_reason);
    }
}
