namespace CisPosture.Accounts;

/// <summary>A flow log.</summary>
public sealed record FlowLog
{
    /// <summary>The id.</summary>
    public required string FlowLogId { get; init; }

    /// <summary>The VPC, subnet or network interface that it watches.</summary>
    public required string ResourceId { get; init; }

    /// <summary>ACTIVE, as the API has it.</summary>
    public required string FlowLogStatus { get; init; }

    /// <summary>ACCEPT, REJECT or ALL.</summary>
    public required string TrafficType { get; init; }

    /// <summary>SUCCESS or FAILED.</summary>
    public string? DeliverLogsStatus { get; init; }

    /// <summary>Why delivery fails.</summary>
    public string? DeliverLogsErrorMessage { get; init; }

    /// <summary>cloud-watch-logs, s3 or kinesis-data-firehose.</summary>
    public string? LogDestinationType { get; init; }
}
