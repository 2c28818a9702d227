namespace CisPosture.Aws.Connection;

/// <summary>Which address each service is asked at.</summary>
/// <param name="Custom">The address that stands for every service; null for AWS's own.</param>
internal sealed record Endpoints(Uri? Custom)
{
    /// <summary>True where the address is on this machine, so that nothing may leave it.</summary>
    public bool IsLoopback => Custom?.IsLoopback == true;

    public static Endpoints Find(string? given, Surroundings surroundings)
    {
        if (given is { Length: > 0 })
        {
            return new Endpoints(Parse(given, "-EndpointUrl"));
        }

        var isIgnored = string.Equals(surroundings.Setting("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), "true", StringComparison.OrdinalIgnoreCase);
        return !isIgnored && surroundings.Setting("AWS_ENDPOINT_URL") is { } configured
            ? new Endpoints(Parse(configured, "AWS_ENDPOINT_URL"))
            : new Endpoints(Custom: null);
    }

    private static Uri Parse(string text, string origin)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
        if (isAddress && url!.UserInfo.Length > 0)
        {
            throw new PostureException(ErrorId.EndpointUrlInvalid, $"{origin} holds a user name or a password. Give the address without it.");
        }

        return isAddress
            ? url!
            : throw new PostureException(
                ErrorId.EndpointUrlInvalid, $"{origin} is '{text}', which is not an absolute http or https address such as https://host:4566.", text);
    }
}
