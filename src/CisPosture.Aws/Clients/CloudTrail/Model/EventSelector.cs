namespace Amazon.CloudTrail.Model;

internal sealed class EventSelector
{
    public string? ReadWriteType { get; set; }

    public bool? IncludeManagementEvents { get; set; }

    public List<DataResource>? DataResources { get; set; }

    public List<string>? ExcludeManagementEventSources { get; set; }
}
