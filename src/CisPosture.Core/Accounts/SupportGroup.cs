namespace CisPosture.Accounts;

/// <summary>A group that holds the AWSSupportAccess policy.</summary>
public sealed record SupportGroup
{
    /// <summary>The name.</summary>
    public required string GroupName { get; init; }

    /// <summary>How many users are in it.</summary>
    public required Evidence<int> MemberCount { get; init; }
}
