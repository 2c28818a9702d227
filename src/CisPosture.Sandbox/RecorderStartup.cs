namespace CisPosture.Sandbox;

/// <summary>How long the status of an AWS Config recorder is PENDING after it was switched on: a time, a number of looks at the status, or both.</summary>
public sealed record RecorderStartup
{
    /// <summary>How long by the clock.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>How many looks find it pending.</summary>
    public int Looks { get; init; } = 1;
}
