namespace CisPosture.Sandbox.Services.Sts;

/// <summary>A caller with keys who wants to assume a role, and with what words.</summary>
internal sealed record AskingCaller : RoleAsker
{
    public required string Arn { get; init; }

    /// <summary>The role that the caller is in already; null for a user.</summary>
    public required string? RoleArn { get; init; }

    public required string AccountId { get; init; }

    public required string RootArn { get; init; }

    public required string? ExternalId { get; init; }

    public required string? OrganizationId { get; init; }

    /// <summary>Whether the caller gave the code of an MFA device.</summary>
    public bool HasMfa { get; init; }

    public override string Action => "sts:AssumeRole";

    public override string PrincipalKind => "AWS";

    public override string? ContextValue(string key) => key.ToLowerInvariant() switch
    {
        "sts:externalid" => ExternalId,
        "sts:rolesessionname" => SessionName,
        "aws:principalarn" => RoleArn ?? Arn,
        "aws:principalaccount" => AccountId,
        "aws:principalorgid" => OrganizationId,
        "aws:multifactorauthpresent" => HasMfa ? "true" : null,
        _ => null,
    };

    /// <summary>Everybody, the account, the user, the role or this one session of it.</summary>
    public override bool Is(string principal) => principal == "*" || principal == AccountId || principal == RootArn || principal == Arn || principal == RoleArn;
}
