namespace CisPosture.Sandbox.State.Config;

/// <summary>Resource types that a recorder records at a frequency of their own.</summary>
public sealed class RecordingOverride
{
    /// <summary>Why.</summary>
    public string? Description { get; init; }

    /// <summary>The types.</summary>
    public List<string> ResourceTypes { get; init; } = [];

    /// <summary>CONTINUOUS or DAILY.</summary>
    public required string RecordingFrequency { get; init; }
}
