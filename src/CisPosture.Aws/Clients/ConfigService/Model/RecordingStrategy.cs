using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

internal sealed class RecordingStrategy
{
    [JsonPropertyName("useOnly")]
    public string? UseOnly { get; set; }
}
