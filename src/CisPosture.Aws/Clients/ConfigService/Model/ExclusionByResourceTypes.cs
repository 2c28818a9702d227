using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

internal sealed class ExclusionByResourceTypes
{
    [JsonPropertyName("resourceTypes")]
    public List<string>? ResourceTypes { get; set; }
}
