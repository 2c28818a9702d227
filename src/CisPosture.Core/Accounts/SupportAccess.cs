namespace CisPosture.Accounts;

/// <summary>Who holds the AWSSupportAccess policy as a permissions policy.</summary>
public sealed record SupportAccess
{
    /// <summary>False where the partition has no such policy.</summary>
    public bool PolicyExists { get; init; } = true;

    /// <summary>The policy's ARN in this partition.</summary>
    public required string PolicyArn { get; init; }

    /// <summary>Names of the users that hold it.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>The groups that hold it.</summary>
    public IReadOnlyList<SupportGroup> Groups { get; init; } = [];

    /// <summary>The roles that hold it.</summary>
    public IReadOnlyList<SupportRole> Roles { get; init; } = [];
}
