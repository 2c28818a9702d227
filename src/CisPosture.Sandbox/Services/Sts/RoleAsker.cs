namespace CisPosture.Sandbox.Services.Sts;

/// <summary>Who wants to assume a role, as its trust policy sees it.</summary>
internal abstract record RoleAsker
{
    public required string SessionName { get; init; }

    /// <summary>The action that the policy must grant.</summary>
    public abstract string Action { get; }

    /// <summary>The kind of principal under which the policy names such a caller.</summary>
    public abstract string PrincipalKind { get; }

    /// <summary>Whether a principal of a policy means this caller.</summary>
    public abstract bool Is(string principal);

    /// <summary>What a condition may ask for; null for a key that the request does not have.</summary>
    public abstract string? ContextValue(string key);
}
