using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

internal sealed class RecordingMode
{
    [JsonPropertyName("recordingFrequency")]
    public string? RecordingFrequency { get; set; }

    [JsonPropertyName("recordingModeOverrides")]
    public List<RecordingModeOverride>? RecordingModeOverrides { get; set; }
}
