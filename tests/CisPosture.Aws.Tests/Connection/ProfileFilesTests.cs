using CisPosture.Aws.Connection.Profiles;
using CisPosture.Aws.Tests.Support;
using CisPosture.Profiles;

namespace CisPosture.Aws.Tests.Connection;

public sealed class ProfileFilesTests : IDisposable
{
    private readonly AwsFolder _folder = new();
    private readonly TestSurroundings _machine;

    public ProfileFilesTests() => _machine = new TestSurroundings().With(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_profile_s_settings_come_from_both_files_and_those_of_the_credentials_file_win()
    {
        _folder.Config("[profile audit]\nregion = eu-west-1\naws_access_key_id = AKIACONFIG\n").Credentials("[audit]\naws_access_key_id = AKIACREDENTIALS\n");

        var profile = Find("audit")!;

        Assert.Equal(("eu-west-1", "AKIACREDENTIALS"), (profile.Region, profile.Setting("aws_access_key_id")));
    }

    [Theory]
    [InlineData("[default]")]
    [InlineData("[profile default]")]
    public void The_default_profile_needs_no_marker_in_the_config_file(string section)
    {
        _folder.Config($"{section}\nregion = eu-west-1\n");

        Assert.Equal("eu-west-1", Find("default")!.Region);
    }

    [Theory]
    [InlineData("audit", null)]
    [InlineData("Audit", null)]
    [InlineData("audit team", "eu-west-2")]
    public void Profiles_are_told_apart_by_their_exact_names(string name, string? region)
    {
        // A section of the config file without the marker is no profile.
        _folder.Config("[audit]\nregion = eu-west-1\n[profile audit team]\nregion = eu-west-2\n");

        Assert.Equal(region, Find(name)?.Region);
    }

    [Fact]
    public void Names_that_complete_are_those_of_profiles_that_are_found()
    {
        _folder
            .Config("[default]\nregion = eu-west-1\n[profile audit team]\nregion = eu-west-2\n[unmarked]\nregion = eu-west-3\n[sso-session corp]\nsso_region = eu-west-1\n[services local]\n")
            .Credentials("# keys\n[default]\nrole_arn = arn:r\n[ops-1]\nrole_arn = arn:r\n");

        var names = ProfileNames.At(location: null, _machine.ToSurroundings().Variable).Select(profile => profile.Name).ToList();

        Assert.Equal(["default", "ops-1", "audit team"], names);
        Assert.All(names, name => Assert.NotNull(Find(name)));
        Assert.Null(Find("unmarked"));
        Assert.Null(Find("corp"));
    }

    [Fact]
    public void The_environment_may_name_other_files()
    {
        _folder.Config("[profile audit]\nregion = eu-west-1\n").Write("other/config-file", "[profile audit]\nregion = eu-west-2\n").Write("other/keys", "[audit]\nrole_arn = arn:r\n");
        _machine.Variables["AWS_CONFIG_FILE"] = _folder.PathOf("other/config-file");
        _machine.Variables["AWS_SHARED_CREDENTIALS_FILE"] = _folder.PathOf("other/keys");

        var profile = Find("audit")!;

        Assert.Equal(("eu-west-2", "arn:r"), (profile.Region, profile.Setting("role_arn")));
    }

    [Fact]
    public void A_moved_credentials_file_goes_with_the_config_file_beside_it_or_else_with_the_usual_one()
    {
        _folder.Config("[profile audit]\nregion = eu-west-1\n").Write("other/keys", "[audit]\nrole_arn = arn:r\n");
        _machine.Variables["AWS_SHARED_CREDENTIALS_FILE"] = _folder.PathOf("other/keys");
        Assert.Equal("eu-west-1", Find("audit")!.Region);

        _folder.Write("other/config", "[profile audit]\nregion = eu-west-2\n");
        Assert.Equal("eu-west-2", Find("audit")!.Region);
    }

    [Fact]
    public void A_location_given_counts_alone()
    {
        _folder.Config("[profile audit]\nregion = eu-west-1\n").Credentials("[audit]\nrole_arn = arn:usual\n").Write("other/keys", "[mine]\nrole_arn = arn:mine\n");

        Assert.Null(Find("audit", _folder.PathOf("other/keys")));
        Assert.Equal("arn:mine", Find("mine", _folder.PathOf("other/keys"))!.Setting("role_arn"));
    }

    [Fact]
    public void What_changes_while_the_session_goes_on_is_seen()
    {
        var source = _machine.ToSurroundings().OpenProfiles(location: null);
        Assert.Null(source.Find("late"));

        _folder.Credentials("[late]\nrole_arn = arn:r\n");

        Assert.NotNull(source.Find("late"));
    }

    [Fact]
    public void Files_that_are_not_there_hold_no_profiles()
    {
        Assert.Null(new TestSurroundings().ToSurroundings().OpenProfiles(location: null).Find("default"));
    }

    [Fact]
    public void An_sso_session_is_part_of_the_profiles_that_share_it()
    {
        _folder.Config("[profile audit]\nsso_session = corp\nsso_account_id = 111122223333\n[sso-session corp]\nsso_region = eu-central-1\nsso_start_url = https://corp.example.com/start\n");

        var profile = Find("audit")!;

        Assert.Equal(("eu-central-1", "https://corp.example.com/start"), (profile.Setting("sso_region"), profile.Setting("sso_start_url")));
    }

    [Fact]
    public void A_services_section_gives_services_their_endpoints()
    {
        _folder.Config("""
            [profile audit]
            services = local
            [services local]
            cloudtrail =
              endpoint_url = http://127.0.0.1:1/
            s3_control =
              endpoint_url = http://127.0.0.1:2/
              something_else = x
            """);

        Assert.Equal(
            [("cloudtrail", "http://127.0.0.1:1/"), ("s3_control", "http://127.0.0.1:2/")],
            Find("audit")!.ServiceEndpoints.Select(service => (service.Key, service.Value)).Order());
    }

    [Theory]
    [InlineData("sso_session = corp", "[sso-session corp]")]
    [InlineData("services = local", "[services local]")]
    public void A_section_that_a_profile_names_must_exist(string setting, string section)
    {
        _folder.Config($"[profile audit]\n{setting}\n");

        var error = Assert.Throws<PostureException>(() => Find("audit"));

        Assert.Equal((ErrorId.ProfileInvalid, "audit"), (error.ErrorId, error.Target));
        Assert.Contains(section, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_given_twice_is_an_error_and_not_a_missing_profile()
    {
        _folder.Credentials("[audit]\nrole_arn = arn:one\nrole_arn = arn:two\n");

        var error = Assert.Throws<PostureException>(() => Find("audit"));

        Assert.Equal((ErrorId.ProfileInvalid, "audit"), (error.ErrorId, error.Target));
        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_told_by_its_number_and_never_quoted()
    {
        _folder.Credentials("[audit]\naws_secret_access_key wJalrXUtnFEMI\n");

        var error = Assert.Throws<PostureException>(() => Find("audit"));

        Assert.Equal((ErrorId.ProfileInvalid, _folder.CredentialsPath), (error.ErrorId, error.Target));
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wJalrXUtnFEMI", error.ToString(), StringComparison.Ordinal);
    }

    private ConfiguredProfile? Find(string name, string? location = null) => _machine.ToSurroundings().OpenProfiles(location).Find(name);
}
