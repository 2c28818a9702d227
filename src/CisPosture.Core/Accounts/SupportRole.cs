namespace CisPosture.Accounts;

/// <summary>A role that holds the AWSSupportAccess policy.</summary>
public sealed record SupportRole
{
    /// <summary>The name.</summary>
    public required string RoleName { get; init; }

    /// <summary>The trust policy exactly as AWS sent it, which is percent-encoded JSON.</summary>
    public required Evidence<string> TrustPolicy { get; init; }
}
