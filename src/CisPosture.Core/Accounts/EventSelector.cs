namespace CisPosture.Accounts;

/// <summary>A classic event selector.</summary>
public sealed record EventSelector
{
    /// <summary>Whether management events are recorded.</summary>
    public bool IncludeManagementEvents { get; init; } = true;

    /// <summary>All, ReadOnly or WriteOnly.</summary>
    public string ReadWriteType { get; init; } = "All";

    /// <summary>Event sources that are left out, such as kms.amazonaws.com.</summary>
    public IReadOnlyList<string> ExcludeManagementEventSources { get; init; } = [];
}
