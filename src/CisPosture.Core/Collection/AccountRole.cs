namespace CisPosture.Collection;

/// <summary>Another account, and the role by which it is entered.</summary>
public sealed record AccountRole
{
    /// <summary>The account's twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The role's name, after its path where it has one: Audit, security/Audit.</summary>
    public required string RoleName { get; init; }

    /// <summary>What the role's trust policy wants to hear from the caller; null where it asks for nothing.</summary>
    public string? ExternalId { get; init; }
}
