using Amazon.Runtime;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Connection;

public sealed class CredentialSearchTests : IDisposable
{
    /// <summary>Every place, in the order in which they are looked into, with what puts credentials there and how the place is told.</summary>
    private static readonly (string Place, Func<CredentialSearchTests, ConnectionRequest, ConnectionRequest> Fill, string Told)[] Places =
    [
        ("-AccessKey", (_, request) => request with { AccessKey = "AKIAGIVEN", SecretKey = "s" }, "the access key given"),
        ("-ProfileName", (test, request) => test.Profile("named", request with { ProfileName = "named" }), "the profile 'named'"),
        ("-Credential", (_, request) => request with { Credential = new Shape("AKIASHAPE") }, "-Credential"),
        ("$StoredAWSCredentials", (_, request) => request with { StoredCredential = new Shape("AKIASTORED") }, "$StoredAWSCredentials"),
        ("AWS_ACCESS_KEY_ID", (test, request) => test.Set(request, ("AWS_ACCESS_KEY_ID", "AKIAENV"), ("AWS_SECRET_ACCESS_KEY", "s")), "the environment variables"),
        ("AWS_WEB_IDENTITY_TOKEN_FILE", (test, request) => test.Set(request, ("AWS_WEB_IDENTITY_TOKEN_FILE", "/token"), ("AWS_ROLE_ARN", "arn:r")), "the web identity token that AWS_WEB_IDENTITY_TOKEN_FILE names, for the role arn:r"),
        ("AWS_PROFILE", (test, request) => test.Profile("usual", test.Set(request, ("AWS_PROFILE", "usual"))), "the profile 'usual'"),
        ("default profile", (test, request) => test.Profile("default", request), "the profile 'default'"),
        ("container", (test, request) => test.Role(container: true, request), "the role of this container"),
        ("instance", (test, request) => test.Role(container: false, request), "the role of this instance"),
    ];

    private readonly AwsFolder _folder = new();
    private readonly TestSurroundings _machine;
    private readonly List<string> _profiles = [];

    public CredentialSearchTests() => _machine = new TestSurroundings().With(_folder);

    public static TheoryData<string, string> Neighbours => new(Places.Zip(Places.Skip(1), (first, second) => (first.Place, second.Place)));

    public static TheoryData<string> EveryPlace => new(Places.Select(place => place.Place));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Neighbours))]
    public async Task Of_two_places_the_one_that_stands_first_in_AWS_Tools_order_wins(string first, string second)
    {
        var request = Fill(place => place == first || place == second);

        Assert.Equal(Told(first), (await FindAsync(request)).Source);
    }

    [Theory]
    [MemberData(nameof(EveryPlace))]
    public async Task With_nothing_before_it_each_place_is_found_whatever_comes_after(string place)
    {
        var isAfter = false;
        var request = Fill(candidate => isAfter |= candidate == place);

        Assert.Equal(Told(place), (await FindAsync(request)).Source);
    }

    [Theory]
    [MemberData(nameof(EveryPlace))]
    public async Task The_instance_is_asked_only_where_nothing_else_gives_credentials(string place)
    {
        await FindAsync(Fill(candidate => candidate == place));

        Assert.Equal(place == "instance" ? 1 : 0, _machine.InstanceQuestions);
    }

    [Fact]
    public async Task Nothing_found_is_an_error_that_says_what_to_do()
    {
        var error = await FailAsync(new ConnectionRequest());

        Assert.Equal(ErrorId.CredentialsNotFound, error.ErrorId);
        Assert.Contains("-ProfileName", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_profile_that_only_sets_a_Region_gives_no_credentials()
    {
        _folder.Config("[default]\nregion = eu-west-1\n");
        _machine.InstanceRole = new BasicAWSCredentials("AKIAMACHINE", "s");

        Assert.Equal("AKIAMACHINE", await FindAsync(new ConnectionRequest()).KeyAsync());
    }

    [Theory]
    [InlineData("AKIAGIVEN", "s")]
    [InlineData(null, null)]
    public async Task A_missing_profile_is_an_error_wherever_other_credentials_are(string? accessKey, string? secretKey)
    {
        var request = Fill(place => place is not "-ProfileName" and not "-AccessKey") with { ProfileName = "nosuch", AccessKey = accessKey, SecretKey = secretKey };

        var error = await FailAsync(request);

        Assert.Equal((ErrorId.ProfileNotFound, "nosuch"), (error.ErrorId, error.Target));
        Assert.Contains(_folder.CredentialsPath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_profile_of_the_environment_is_an_error_and_not_the_default_profile()
    {
        var request = Set(Fill(place => place == "default profile"), ("AWS_PROFILE", "nosuch"));

        Assert.Equal((ErrorId.ProfileNotFound, "nosuch"), Pair(await FailAsync(request)));
    }

    [Fact]
    public async Task A_file_given_without_a_profile_means_its_default_profile_and_no_other_credentials()
    {
        _folder.Write("elsewhere", "[default]\naws_access_key_id = AKIAELSEWHERE\naws_secret_access_key = s\n").Write("empty", string.Empty);
        var request = Set(Fill(place => place == "default profile"), ("AWS_ACCESS_KEY_ID", "AKIAENV"), ("AWS_SECRET_ACCESS_KEY", "s"));

        Assert.Equal("AKIAELSEWHERE", await FindAsync(request with { ProfileLocation = _folder.PathOf("elsewhere") }).KeyAsync());
        Assert.Equal((ErrorId.ProfileNotFound, "default"), Pair(await FailAsync(request with { ProfileLocation = _folder.PathOf("empty") })));
    }

    [Theory]
    [InlineData("AKIA", null, null, "-SecretKey")]
    [InlineData(null, "secret", null, "-AccessKey")]
    [InlineData(null, null, "token", "-AccessKey")]
    [InlineData("AKIA", "", null, "-SecretKey")]
    public async Task Half_of_a_key_pair_is_an_error_that_names_the_other_half(string? accessKey, string? secretKey, string? token, string missing)
    {
        var error = await FailAsync(Fill(place => place != "-AccessKey") with { AccessKey = accessKey, SecretKey = secretKey, SessionToken = token });

        Assert.Equal((ErrorId.CredentialsInvalid, missing), (error.ErrorId, error.Target));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN")]
    public async Task Half_of_what_the_environment_needs_leads_to_no_other_account(string set, string missing)
    {
        var error = await FailAsync(Set(Fill(place => place == "default profile"), (set, "x")));

        Assert.Equal((ErrorId.CredentialsInvalid, missing), (error.ErrorId, error.Target));
    }

    [Fact]
    public async Task A_session_token_that_was_left_over_in_the_environment_is_no_credential()
    {
        Assert.Equal("AKIADEFAULT", await FindAsync(Set(Fill(place => place == "default profile"), ("AWS_SESSION_TOKEN", "t"))).KeyAsync());
    }

    [Fact]
    public async Task A_session_token_goes_with_its_keys()
    {
        var given = await FindAsync(new ConnectionRequest { AccessKey = "AKIAGIVEN", SecretKey = "s", SessionToken = "t" });
        var set = await FindAsync(Set(new ConnectionRequest(), ("AWS_ACCESS_KEY_ID", "AKIAENV"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_SESSION_TOKEN", "u")));

        Assert.Equal("t", (await given.Credentials.GetCredentialsAsync()).Token);
        Assert.Equal("u", (await set.Credentials.GetCredentialsAsync()).Token);
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
        Assert.Equal("AKIASHAPE", await FindAsync(new ConnectionRequest { StoredCredential = new Wrapper(new Shape("AKIASHAPE")) }).KeyAsync());
    }

    [Fact]
    public async Task An_object_that_is_no_credentials_object_is_an_error()
    {
        Assert.Equal((ErrorId.CredentialsInvalid, "System.String"), Pair(await FailAsync(new ConnectionRequest { Credential = "AKIA" })));
    }

    [Fact]
    public async Task A_credentials_object_that_has_expired_says_so()
    {
        var found = await FindAsync(new ConnectionRequest { Credential = new ExpiredShape() });

        var error = await Assert.ThrowsAsync<PostureException>(() => found.Credentials.GetCredentialsAsync());

        Assert.Equal(ErrorId.CredentialsInvalid, error.ErrorId);
        Assert.Contains("session has ended", error.Message, StringComparison.Ordinal);
    }

    private static string Told(string place) => Places.Single(candidate => candidate.Place == place).Told;

    private static (string Id, object? Target) Pair(PostureException error) => (error.ErrorId, error.Target);

    private ConnectionRequest Fill(Func<string, bool> isFilled) =>
        Places.Where(place => isFilled(place.Place)).Aggregate(new ConnectionRequest(), (request, place) => place.Fill(this, request));

    private Task<FoundCredentials> FindAsync(ConnectionRequest request) => Searching.FindAsync(_machine, request);

    private Task<PostureException> FailAsync(ConnectionRequest request) => Assert.ThrowsAsync<PostureException>(() => FindAsync(request));

    private ConnectionRequest Profile(string name, ConnectionRequest request)
    {
        _profiles.Add($"[{name}]\naws_access_key_id = AKIA{name.ToUpperInvariant()}\naws_secret_access_key = s\n");
        _folder.Credentials(string.Concat(_profiles));
        return request;
    }

    private ConnectionRequest Set(ConnectionRequest request, params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _machine.Variables[name] = value;
        }

        return request;
    }

    private ConnectionRequest Role(bool container, ConnectionRequest request)
    {
        var role = new BasicAWSCredentials("AKIAMACHINE", "s");
        _machine.ContainerRole = container ? role : _machine.ContainerRole;
        _machine.InstanceRole = container ? _machine.InstanceRole : role;
        return request;
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
