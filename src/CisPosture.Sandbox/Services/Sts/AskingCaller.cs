namespace CisPosture.Sandbox.Services.Sts;

/// <summary>Who wants to assume a role, and with what words.</summary>
internal sealed record AskingCaller
{
    public required string Arn { get; init; }

    /// <summary>The role that the caller is in already; null for a user.</summary>
    public required string? RoleArn { get; init; }

    public required string AccountId { get; init; }

    public required string RootArn { get; init; }

    public required string SessionName { get; init; }

    public required string? ExternalId { get; init; }

    public required string? OrganizationId { get; init; }

    /// <summary>What a condition may ask for; null for a key that the request does not have.</summary>
    public string? ContextValue(string key) => key.ToLowerInvariant() switch
    {
        "sts:externalid" => ExternalId,
        "sts:rolesessionname" => SessionName,
        "aws:principalarn" => RoleArn ?? Arn,
        "aws:principalaccount" => AccountId,
        "aws:principalorgid" => OrganizationId,
        _ => null,
    };

    /// <summary>Whether a principal of a policy means this caller: everybody, the account, the user, the role or this one session of it.</summary>
    public bool Is(string principal) => principal == "*" || principal == AccountId || principal == RootArn || principal == Arn || principal == RoleArn;
}
