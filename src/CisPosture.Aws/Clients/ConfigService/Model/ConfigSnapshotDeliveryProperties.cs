using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

internal sealed class ConfigSnapshotDeliveryProperties
{
    [JsonPropertyName("deliveryFrequency")]
    public string? DeliveryFrequency { get; set; }
}
