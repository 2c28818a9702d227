using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

internal sealed class ConfigurationRecorder
{
    [JsonPropertyName("arn")]
    public string? Arn { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("roleARN")]
    public string? RoleARN { get; set; }

    [JsonPropertyName("recordingGroup")]
    public RecordingGroup? RecordingGroup { get; set; }

    [JsonPropertyName("recordingMode")]
    public RecordingMode? RecordingMode { get; set; }

    [JsonPropertyName("servicePrincipal")]
    public string? ServicePrincipal { get; set; }
}
