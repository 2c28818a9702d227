using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

internal sealed class RecordingModeOverride
{
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("resourceTypes")]
    public List<string>? ResourceTypes { get; set; }

    [JsonPropertyName("recordingFrequency")]
    public string? RecordingFrequency { get; set; }
}
