namespace CisPosture.Accounts;

/// <summary>A managed policy by name and ARN.</summary>
public sealed record AttachedPolicy
{
    /// <summary>The name.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The ARN.</summary>
    public required string PolicyArn { get; init; }
}
