using CisPosture.Aws.Connection.Profiles;

namespace CisPosture.Aws.Connection;

/// <summary>Which address each service is asked at.</summary>
/// <param name="Custom">The address that stands for every service that has none of its own; null for AWS's.</param>
internal sealed record Endpoints(Uri? Custom)
{
    private const string TokenService = "STS";

    /// <summary>The services that a connection may ask, under the ids that their models give them.</summary>
    private static readonly string[] Services =
    [
        TokenService, "SSO", "SSO OIDC", "IAM", "EC2", "KMS", "S3", "S3 Control", "CloudTrail", "CloudWatch Logs", "CloudWatch", "Config Service", "SNS",
        "Organizations", "SecurityHub",
    ];

    private readonly IReadOnlyDictionary<string, Uri> _ofServices = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>True where the address is on this machine, so that nothing may leave it.</summary>
    public bool IsLoopback => Of(TokenService)?.IsLoopback == true;

    /// <summary>The services with an address of their own, and it.</summary>
    public IReadOnlyDictionary<string, Uri> OfServices
    {
        get => _ofServices;
        init => _ofServices = value;
    }

    /// <param name="given">What the caller gives for every service; comes before all that is configured.</param>
    /// <param name="surroundings">Tells the environment variables.</param>
    /// <param name="profile">The profile in effect.</param>
    public static Endpoints Find(string? given, Surroundings surroundings, ConfiguredProfile? profile)
    {
        if (given is { Length: > 0 })
        {
            return new Endpoints(Parse(given, "-EndpointUrl"));
        }

        if (IsTrue(surroundings.Setting("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") ?? profile?.Setting(ProfileSetting.IgnoreConfiguredEndpointUrls)))
        {
            return new Endpoints(Custom: null);
        }

        var everywhere = Configured(surroundings, "AWS_ENDPOINT_URL");
        var ofServices = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var service in Services)
        {
            // The environment's address for all services comes before the profile's for one.
            if (Configured(surroundings, $"AWS_ENDPOINT_URL_{Spell(service).ToUpperInvariant()}") is { } own)
            {
                ofServices.Add(service, own);
            }
            else if (everywhere is null && profile is not null && profile.ServiceEndpoints.TryGetValue(Spell(service), out var url))
            {
                ofServices.Add(service, Parse(url, $"The endpoint_url of {Spell(service)} in the services of the profile '{profile.Name}'"));
            }
        }

        return new Endpoints(everywhere ?? Configured(profile)) { OfServices = ofServices };
    }

    /// <summary>The address of a service; null for AWS's own.</summary>
    /// <param name="service">The id that the service's model gives it.</param>
    public Uri? Of(string service) => _ofServices.TryGetValue(service, out var own) ? own : Custom;

    /// <summary>Where a service is asked, in words.</summary>
    public string Describe(string service, string region) => Of(service)?.ToString() ?? $"{service} of {region}";

    // As AWS spells services in the names of variables and settings.
    private static string Spell(string service) => service.Replace(' ', '_').ToLowerInvariant();

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static Uri? Configured(Surroundings surroundings, string variable) => surroundings.Setting(variable) is { } url ? Parse(url, variable) : null;

    private static Uri? Configured(ConfiguredProfile? profile) =>
        profile?.Setting(ProfileSetting.EndpointUrl) is { } url ? Parse(url, $"The endpoint_url of the profile '{profile.Name}'") : null;

    private static Uri Parse(string text, string origin)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
        if (isAddress ? url!.UserInfo.Length > 0 : text.Contains("@"))
        {
            throw new PostureException(ErrorId.EndpointUrlInvalid, $"{origin} holds a user name or a password. Give the address without it.");
        }

        return isAddress
            ? url!
            : throw new PostureException(
                ErrorId.EndpointUrlInvalid, $"{origin} is '{text}', which is not an absolute http or https address such as https://host:4566.", text);
    }
}
