using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

internal sealed class RecordingGroup
{
    [JsonPropertyName("allSupported")]
    public bool? AllSupported { get; set; }

    [JsonPropertyName("includeGlobalResourceTypes")]
    public bool? IncludeGlobalResourceTypes { get; set; }

    [JsonPropertyName("resourceTypes")]
    public List<string>? ResourceTypes { get; set; }

    [JsonPropertyName("exclusionByResourceTypes")]
    public ExclusionByResourceTypes? ExclusionByResourceTypes { get; set; }

    [JsonPropertyName("recordingStrategy")]
    public RecordingStrategy? RecordingStrategy { get; set; }
}
