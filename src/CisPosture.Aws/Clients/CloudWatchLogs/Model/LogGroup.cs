namespace Amazon.CloudWatchLogs.Model;

internal sealed class LogGroup
{
    public string? LogGroupName { get; set; }

    public string? Arn { get; set; }
}
