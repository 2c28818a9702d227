namespace CisPosture.Accounts;

/// <summary>A user with the policies that it holds directly, not through groups.</summary>
public sealed record UserPolicies
{
    /// <summary>The user's name.</summary>
    public required string UserName { get; init; }

    /// <summary>The user's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Managed policies attached to the user.</summary>
    public IReadOnlyList<AttachedPolicy> AttachedPolicies { get; init; } = [];

    /// <summary>Policies written into the user.</summary>
    public IReadOnlyList<InlinePolicy> InlinePolicies { get; init; } = [];

    /// <summary>The permissions boundary, which grants nothing.</summary>
    public string? PermissionsBoundaryArn { get; init; }
}
