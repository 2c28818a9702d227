namespace Amazon.SimpleNotificationService.Model;

internal sealed class Topic
{
    public string? TopicArn { get; set; }
}
