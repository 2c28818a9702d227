namespace Amazon.CloudWatchLogs.Model;

internal sealed class LogGroup
{
    public string? LogGroupName { get; set; }

    public string? Arn { get; set; }

    public string? LogGroupArn { get; set; }

    public int? RetentionInDays { get; set; }

    public string? KmsKeyId { get; set; }

    public int? MetricFilterCount { get; set; }
}
