namespace CisPosture.Sandbox.State.CloudTrail;

/// <summary>A classic event selector.</summary>
public sealed class EventSelector
{
    /// <summary>All, ReadOnly or WriteOnly.</summary>
    public string ReadWriteType { get; set; } = "All";

    /// <summary>Whether management events are recorded.</summary>
    public bool IncludeManagementEvents { get; set; } = true;

    /// <summary>Resources whose data events are recorded.</summary>
    public List<DataResource> DataResources { get; init; } = [];

    /// <summary>Event sources that are left out.</summary>
    public List<string> ExcludeManagementEventSources { get; init; } = [];
}
