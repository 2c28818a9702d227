using System.Text.Json.Serialization;

namespace Amazon.ConfigService.Model;

internal sealed class DeliveryChannel
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("s3BucketName")]
    public string? S3BucketName { get; set; }

    [JsonPropertyName("s3KeyPrefix")]
    public string? S3KeyPrefix { get; set; }

    [JsonPropertyName("s3KmsKeyArn")]
    public string? S3KmsKeyArn { get; set; }

    [JsonPropertyName("snsTopicARN")]
    public string? SnsTopicARN { get; set; }

    [JsonPropertyName("configSnapshotDeliveryProperties")]
    public ConfigSnapshotDeliveryProperties? ConfigSnapshotDeliveryProperties { get; set; }
}
