namespace CisPosture.Sandbox.State.Ec2;

/// <summary>A flow log.</summary>
public sealed class FlowLog
{
    internal const string DefaultFormat =
        "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}";

    /// <summary>The id; made from the VPC where none is given.</summary>
    public string FlowLogId { get; set; } = "";

    /// <summary>The VPC, subnet or interface that it watches; its VPC where none is given.</summary>
    public string ResourceId { get; set; } = "";

    /// <summary>ACCEPT, REJECT or ALL.</summary>
    public string TrafficType { get; init; } = "REJECT";

    /// <summary>ACTIVE, or what a broken one says.</summary>
    public string FlowLogStatus { get; init; } = "ACTIVE";

    /// <summary>SUCCESS or FAILED.</summary>
    public string DeliverLogsStatus { get; init; } = "SUCCESS";

    /// <summary>Why delivery failed; null where it did not.</summary>
    public string? DeliverLogsErrorMessage { get; init; }

    /// <summary>cloud-watch-logs, s3 or kinesis-data-firehose.</summary>
    public string LogDestinationType { get; init; } = "cloud-watch-logs";

    /// <summary>The log group, where it delivers to one.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>The bucket or stream, where it delivers to one.</summary>
    public string? LogDestination { get; init; }

    /// <summary>The role that it delivers with.</summary>
    public string? DeliverLogsPermissionArn { get; init; }

    /// <summary>The fields of a record.</summary>
    public string LogFormat { get; init; } = DefaultFormat;

    /// <summary>How many seconds a record is about.</summary>
    public int MaxAggregationInterval { get; init; } = 600;

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationTime { get; init; } = new(2024, 1, 15, 10, 0, 0, TimeSpan.Zero);

    internal void Settle(Vpc vpc, string region, int index)
    {
        if (FlowLogId.Length == 0) FlowLogId = UniqueId.Hex("fl", $"{region}/{vpc.VpcId}/{index}");
        if (ResourceId.Length == 0) ResourceId = vpc.VpcId;
    }
}
