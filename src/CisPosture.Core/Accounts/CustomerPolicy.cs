namespace CisPosture.Accounts;

/// <summary>A customer-managed policy with its default version.</summary>
public sealed record CustomerPolicy
{
    /// <summary>The name.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>To how many users, groups and roles it is attached.</summary>
    public int AttachmentCount { get; init; }

    /// <summary>For how many users and roles it is the permissions boundary.</summary>
    public int PermissionsBoundaryUsageCount { get; init; }

    /// <summary>The default version, such as v2.</summary>
    public required string DefaultVersionId { get; init; }

    /// <summary>The default version's document exactly as AWS sent it, which is percent-encoded JSON; null where AWS sent none.</summary>
    public string? DefaultDocument { get; init; }
}
