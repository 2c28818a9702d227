namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of flow logs.</summary>
internal sealed record FlowLogOptions : RepairOptions
{
    /// <summary>The log group in each Region; null to make one.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>How many days a log group that is made keeps its events.</summary>
    public int RetentionDays { get; init; } = 365;
}
