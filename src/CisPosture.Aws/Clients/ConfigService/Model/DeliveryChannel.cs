namespace Amazon.ConfigService.Model;

internal sealed class DeliveryChannel
{
    public string? Name { get; set; }

    public string? S3BucketName { get; set; }

    public string? SnsTopicARN { get; set; }
}
