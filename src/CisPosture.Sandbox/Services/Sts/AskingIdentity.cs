namespace CisPosture.Sandbox.Services.Sts;

/// <summary>Somebody whom another identity provider vouches for and who wants to assume a role.</summary>
internal sealed record AskingIdentity : RoleAsker
{
    /// <summary>The provider's ARN in the account of the role.</summary>
    public required string ProviderArn { get; init; }

    /// <summary>The provider's address without its scheme, with which policies begin the names of its claims.</summary>
    public required string ProviderName { get; init; }

    public required string Subject { get; init; }

    public required string Audience { get; init; }

    public override string Action => "sts:AssumeRoleWithWebIdentity";

    public override string PrincipalKind => "Federated";

    public override bool Is(string principal) => principal == ProviderArn;

    public override string? ContextValue(string key) =>
        key.Equals("sts:RoleSessionName", StringComparison.OrdinalIgnoreCase) ? SessionName
            : key.Equals($"{ProviderName}:sub", StringComparison.OrdinalIgnoreCase) ? Subject
            : key.Equals($"{ProviderName}:aud", StringComparison.OrdinalIgnoreCase) ? Audience
            : null;
}
