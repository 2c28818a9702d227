using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>The flow logs that a request asks for, with what EC2 checks of them. Only VPCs can be watched here.</summary>
internal sealed class FlowLogRequest
{
    private const string Service = "vpc-flow-logs.amazonaws.com";
    private const string CloudWatchLogs = "cloud-watch-logs";
    private const string S3 = "s3";
    private const string Firehose = "kinesis-data-firehose";
    private const int MostResources = 1000;

    private IamRole? _role;

    private FlowLogRequest()
    {
    }

    public required IReadOnlyList<string> ResourceIds { get; init; }

    public required string TrafficType { get; init; }

    public required string DestinationType { get; init; }

    public string? LogGroupName { get; init; }

    public string? Destination { get; init; }

    public string? RoleArn { get; init; }

    public required string Format { get; init; }

    public required int Interval { get; init; }

    public required Dictionary<string, string> Tags { get; init; }

    public static FlowLogRequest Read(ApiCall call)
    {
        var input = call.Input;
        var resourceType = input.Required("ResourceType");
        if (resourceType != "VPC") throw new ApiException("UnsupportedOperation", $"The sandbox makes flow logs of VPCs only, not of {resourceType}.");
        var type = input.OneOf("LogDestinationType", CloudWatchLogs, S3, Firehose) ?? CloudWatchLogs;
        var request = new FlowLogRequest
        {
            ResourceIds = Resources(call),
            TrafficType = input.OneOf("TrafficType", "ACCEPT", "REJECT", "ALL") ?? throw call.Errors.Missing("TrafficType"),
            DestinationType = type,
            LogGroupName = type == CloudWatchLogs ? input.Text("LogGroupName") ?? GroupOf(call, input.Text("LogDestination")) : input.Text("LogGroupName"),
            Destination = type == CloudWatchLogs ? null : input.Text("LogDestination"),
            RoleArn = input.Text("DeliverLogsPermissionArn"),
            Format = input.Text("LogFormat") ?? FlowLog.DefaultFormat,
            Interval = input.OneOf("MaxAggregationInterval", "60", "600") is "60" ? 60 : 600,
            Tags = Ec2Tags.OfNew(call, "vpc-flow-log"),
        };
        request.CheckDestination(call);
        return request;
    }

    /// <summary>Why this resource cannot have the flow log; null where it can.</summary>
    public ApiException? ProblemWith(ApiCall call, string resourceId)
    {
        var vpc = call.RegionState.Ec2.Vpcs.Find(vpc => vpc.VpcId == resourceId);
        if (vpc is null) return new ApiException("InvalidVpcId.NotFound", $"The vpc ID '{resourceId}' does not exist");
        if (vpc.OwnerId != call.Account.AccountId) return new ApiException("UnauthorizedOperation", "You are not authorized to perform this operation.");
        if (vpc.FlowLogs.Exists(log => log.ResourceId == resourceId && IsSame(log))) return new ApiException("FlowLogAlreadyExists", "Error. There is an existing Flow Log with the same configuration and log destination.");
        return BucketProblem(call);
    }

    public FlowLog Make(ApiCall call, string id, string resourceId)
    {
        var isDelivered = DestinationType != CloudWatchLogs || CanWrite(call);
        return new FlowLog
        {
            FlowLogId = id,
            ResourceId = resourceId,
            TrafficType = TrafficType,
            LogDestinationType = DestinationType,
            LogGroupName = LogGroupName,
            LogDestination = Destination,
            DeliverLogsPermissionArn = RoleArn,
            DeliverLogsStatus = isDelivered ? "SUCCESS" : "FAILED",
            DeliverLogsErrorMessage = isDelivered ? null : "Access error",
            LogFormat = Format,
            MaxAggregationInterval = Interval,
            CreationTime = call.Now,
            Tags = new(Tags, StringComparer.Ordinal),
        };
    }

    private static IReadOnlyList<string> Resources(ApiCall call)
    {
        var ids = call.Input.Texts("ResourceId");
        if (ids.Count == 0) throw call.Errors.Missing("ResourceId");
        return ids.Count <= MostResources ? [.. ids.Distinct(StringComparer.Ordinal)] : throw Invalid($"At most {MostResources} resources can be given.");
    }

    private static string? GroupOf(ApiCall call, string? arn)
    {
        var prefix = call.Account.Arn("logs", call.Region, "log-group:");
        if (arn is null) return null;
        return arn.StartsWith(prefix, StringComparison.Ordinal) ? arn[prefix.Length..].TrimEnd('*').TrimEnd(':') : throw Invalid($"LogDestination {arn} is not the ARN of a log group of this account and Region.");
    }

    private static ApiException Invalid(string message) => new("InvalidParameter", message);

    /// <summary>A role that does not exist, has not spread yet or does not trust the service is refused in one and the same sentence.</summary>
    private void CheckDestination(ApiCall call)
    {
        if (DestinationType != CloudWatchLogs)
        {
            if (Destination is null) throw Invalid($"LogDestination can't be empty if LogDestinationType is {DestinationType}");
            if (LogGroupName is not null) throw Invalid($"LogGroupName is not applicable for {DestinationType} delivery");
            if (RoleArn is not null && DestinationType == S3) throw Invalid("DeliverLogsPermissionArn is not applicable for s3 delivery");
            return;
        }

        if (LogGroupName is null) throw Invalid("LogGroupName or LogDestination can't be empty if LogDestinationType is CloudWatchLogs");
        if (RoleArn is null) throw Invalid("DeliverLogsPermissionArn can't be empty if LogDestinationType is CloudWatchLogs");
        _role = RoleAccess.Assumable(call, RoleArn, Service, SourceAccount(call)) ?? throw Invalid("Unable to assume given IAM role");
    }

    private static IEnumerable<KeyValuePair<string, string>> SourceAccount(ApiCall call) =>
    [
        KeyValuePair.Create("aws:SourceAccount", call.Account.AccountId),
        KeyValuePair.Create("aws:SourceArn", call.Account.Arn("ec2", call.Region, "vpc-flow-log/fl-00000000000000000")),
    ];

    /// <summary>AWS itself adds to the policy of a bucket what delivery needs, which is not played here.</summary>
    private ApiException? BucketProblem(ApiCall call)
    {
        if (DestinationType != S3) return null;
        var name = Destination!.Split(":::")[^1].Split('/')[0];
        return call.Account.S3.Buckets.Exists(bucket => bucket.Name == name) ? null : new ApiException("400", $"LogDestination: {name} does not exist");
    }

    /// <summary>The group is made on the first delivery where the role may.</summary>
    private bool CanWrite(ApiCall call)
    {
        var group = call.Account.Arn("logs", call.Region, $"log-group:{LogGroupName}");
        var exists = call.RegionState.LogGroups.Exists(one => one.Name == LogGroupName);
        return (exists || RoleAccess.Allows(call.Account, _role!, "logs:CreateLogGroup", group))
            && RoleAccess.Allows(call.Account, _role!, "logs:CreateLogStream", $"{group}:log-stream:eni")
            && RoleAccess.Allows(call.Account, _role!, "logs:PutLogEvents", $"{group}:log-stream:eni");
    }

    private bool IsSame(FlowLog log) => (log.TrafficType, log.LogDestinationType, log.LogGroupName, log.LogDestination, log.LogFormat, log.MaxAggregationInterval)
        == (TrafficType, DestinationType, LogGroupName, Destination, Format, Interval);
}
