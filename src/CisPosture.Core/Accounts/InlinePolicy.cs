namespace CisPosture.Accounts;

/// <summary>A policy written into a user, group or role.</summary>
public sealed record InlinePolicy
{
    /// <summary>The name.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The document exactly as AWS sent it, which is percent-encoded JSON.</summary>
    public required string Document { get; init; }
}
