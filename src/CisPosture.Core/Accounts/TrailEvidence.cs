namespace CisPosture.Accounts;

/// <summary>A trail with what its home Region tells of it.</summary>
public sealed record TrailEvidence
{
    /// <summary>The trail as listed.</summary>
    public required Trail Trail { get; init; }

    /// <summary>Whether it is logging and delivering.</summary>
    public Evidence<TrailStatus> Status { get; init; } = Evidence<TrailStatus>.NotCollected;

    /// <summary>Which events it records.</summary>
    public Evidence<TrailEventSelectors> EventSelectors { get; init; } = Evidence<TrailEventSelectors>.NotCollected;
}
