using CisPosture.Aws.Connection;
using CisPosture.Aws.Connection.Profiles;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Connection;

public sealed class EndpointsTests
{
    private readonly TestSurroundings _machine = new();

    /// <summary>How AWS spells each service in variables and settings.</summary>
    public static TheoryData<string, string> Spellings => new()
    {
        { "STS", "STS" }, { "SSO", "SSO" }, { "SSO OIDC", "SSO_OIDC" }, { "IAM", "IAM" }, { "EC2", "EC2" }, { "KMS", "KMS" }, { "S3", "S3" },
        { "S3 Control", "S3_CONTROL" }, { "CloudTrail", "CLOUDTRAIL" }, { "CloudWatch Logs", "CLOUDWATCH_LOGS" }, { "CloudWatch", "CLOUDWATCH" },
        { "Config Service", "CONFIG_SERVICE" }, { "SNS", "SNS" }, { "Organizations", "ORGANIZATIONS" }, { "SecurityHub", "SECURITYHUB" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_service_s_own_variable_sends_it_and_no_other_elsewhere(string service, string spelling)
    {
        _machine.Variables[$"AWS_ENDPOINT_URL_{spelling}"] = "http://127.0.0.1:1/";

        var endpoints = Find();

        Assert.Equal("http://127.0.0.1:1/", endpoints.Of(service)!.ToString());
        Assert.All(Spellings.Select(row => row.Data.Item1).Where(other => other != service), other => Assert.Null(endpoints.Of(other)));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_profile_s_services_section_sends_a_service_elsewhere(string service, string spelling)
    {
        var endpoints = Find(profile: Profile(services: (spelling.ToLowerInvariant(), "http://127.0.0.1:1/")));

        Assert.Equal("http://127.0.0.1:1/", endpoints.Of(service)!.ToString());
    }

    /// <summary>Each row leaves out what wins in the row before.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:1/", "http://127.0.0.1:2/", "http://127.0.0.1:3/", "http://127.0.0.1:4/", "http://127.0.0.1:5/", "http://127.0.0.1:1/")]
    [InlineData(null, "http://127.0.0.1:2/", "http://127.0.0.1:3/", "http://127.0.0.1:4/", "http://127.0.0.1:5/", "http://127.0.0.1:2/")]
    [InlineData(null, null, "http://127.0.0.1:3/", "http://127.0.0.1:4/", "http://127.0.0.1:5/", "http://127.0.0.1:3/")]
    [InlineData(null, null, null, "http://127.0.0.1:4/", "http://127.0.0.1:5/", "http://127.0.0.1:4/")]
    [InlineData(null, null, null, null, "http://127.0.0.1:5/", "http://127.0.0.1:5/")]
    [InlineData(null, null, null, null, null, null)]
    public void The_caller_s_endpoint_comes_first_then_the_environment_s_then_the_profile_s_and_a_service_s_own_before_the_common_one(
        string? given, string? serviceVariable, string? variable, string? serviceSetting, string? setting, string? expected)
    {
        Set("AWS_ENDPOINT_URL_CLOUDTRAIL", serviceVariable);
        Set("AWS_ENDPOINT_URL", variable);
        var profile = Profile(setting, serviceSetting is null ? [] : [("cloudtrail", serviceSetting)]);

        Assert.Equal(expected, Find(given, profile).Of("CloudTrail")?.ToString());
    }

    [Theory]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")]
    [InlineData(null)]
    public void What_is_configured_can_be_ignored_and_what_the_caller_gives_cannot(string? variable)
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:3/");
        Set("AWS_ENDPOINT_URL_CLOUDTRAIL", "http://127.0.0.1:2/");
        var profile = Profile("http://127.0.0.1:5/", ("sns", "http://127.0.0.1:4/"));
        if (variable is null)
        {
            profile = profile with { Settings = new Dictionary<string, string>(profile.Settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal), StringComparer.Ordinal) { ["ignore_configured_endpoint_urls"] = "True" } };
        }
        else
        {
            Set(variable, "true");
        }

        Assert.All(Spellings, row => Assert.Null(Find(profile: profile).Of(row.Data.Item1)));
        Assert.Equal("http://127.0.0.1:1/", Find("http://127.0.0.1:1/", profile).Of("SNS")!.ToString());
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "localhost:4566")]
    [InlineData("AWS_ENDPOINT_URL_S3_CONTROL", "ftp://localhost")]
    public void A_variable_that_is_no_address_is_an_error_that_names_it(string variable, string url)
    {
        Set(variable, url);

        var error = Assert.Throws<PostureException>(() => Find());

        Assert.Equal((ErrorId.EndpointUrlInvalid, url), (error.ErrorId, error.Target));
        Assert.StartsWith($"{variable} is ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:hunter2@localhost/")]
    [InlineData("user:hunter2@localhost")]
    public void An_address_with_a_password_is_refused_without_repeating_it(string url)
    {
        var error = Assert.Throws<PostureException>(() => Find(url));

        Assert.Equal(ErrorId.EndpointUrlInvalid, error.ErrorId);
        Assert.DoesNotContain("hunter2", $"{error}{error.Target}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_STS", true)]
    [InlineData("AWS_ENDPOINT_URL", true)]
    [InlineData("AWS_ENDPOINT_URL_S3", false)]
    public void Whether_AWS_is_played_on_this_machine_is_told_by_the_token_service(string variable, bool isLoopback)
    {
        Set(variable, "http://localhost:4566");

        Assert.Equal(isLoopback, Find().IsLoopback);
    }

    private static ConfiguredProfile Profile(string? endpointUrl = null, params (string Service, string Url)[] services) =>
        new("audit", endpointUrl is null ? new(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["endpoint_url"] = endpointUrl })
        {
            ServiceEndpoints = services.ToDictionary(service => service.Service, service => service.Url, StringComparer.Ordinal),
        };

    private Endpoints Find(string? given = null, ConfiguredProfile? profile = null) => Endpoints.Find(given, _machine.ToSurroundings(), profile);

    private void Set(string name, string? value)
    {
        if (value is not null)
        {
            _machine.Variables[name] = value;
        }
    }
}
