namespace CisPosture.Collection;

/// <summary>How the caller wants to reach AWS. Everything is optional; what is missing is looked for where AWS users expect it.</summary>
public sealed record ConnectionRequest
{
    /// <summary>An explicit access key id.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret of <see cref="AccessKey"/>. Never logged or stored.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary keys. Never logged or stored.</summary>
    public string? SessionToken { get; init; }

    /// <summary>A profile of the AWS files. Where it does not exist, that is an error.</summary>
    public string? ProfileName { get; init; }

    /// <summary>A credentials file to look in instead of the usual ones; without a profile's name its default profile is meant.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>A credentials object of AWS Tools or an AWSSDK of any version, read by its shape.</summary>
    public object? Credential { get; init; }

    /// <summary>The session's $StoredAWSCredentials, read by its shape.</summary>
    public object? StoredCredential { get; init; }

    /// <summary>The Region for global calls and for the list of Regions; null to take it from the session, the profile or the environment.</summary>
    public string? Region { get; init; }

    /// <summary>The session's $StoredAWSRegion.</summary>
    public string? StoredRegion { get; init; }

    /// <summary>An endpoint for every service instead of AWS's own.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>Who is asked for the code of an MFA device where a profile's role demands one; null where there is nobody to ask.</summary>
    public IMfaPrompt? MfaPrompt { get; init; }

    /// <summary>A text without any secret.</summary>
    public override string ToString() => $"ConnectionRequest {{ Profile = {ProfileName}, Region = {Region}, Endpoint = {EndpointUrl} }}";
}
