using Amazon.CloudTrail.Model;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>The log group that a trail delivers to, and the role that it does so with.</summary>
internal sealed class TrailLogDeliverySetting : TrailAttributeSetting
{
    public const string Name = "TrailLogDelivery";
    public const string LogGroupArn = nameof(Trail.CloudWatchLogsLogGroupArn);

    public override string Kind => Name;

    // CloudTrail tries the role when it is given one; a new role and its policy take a while to be known everywhere.
    protected override IReadOnlyList<string> PropagationErrors => ["InvalidCloudWatchLogsRoleArnException", "InvalidCloudWatchLogsLogGroupArnException"];

    public static RepairState Of(string? logGroupArn, string? roleArn) =>
        RepairState.Of((LogGroupArn, WhereGiven(logGroupArn)), (nameof(Trail.CloudWatchLogsRoleArn), WhereGiven(roleArn)));

    protected override RepairState StateOf(Trail trail) => Of(trail.CloudWatchLogsLogGroupArn, trail.CloudWatchLogsRoleArn);

    // An empty text takes the delivery away; leaving it out would keep it.
    protected override UpdateTrailRequest With(UpdateTrailRequest request, RepairState state)
    {
        request.CloudWatchLogsLogGroupArn = state.Text(LogGroupArn) ?? string.Empty;
        request.CloudWatchLogsRoleArn = state.Text(nameof(Trail.CloudWatchLogsRoleArn)) ?? string.Empty;
        return request;
    }

    private static string? WhereGiven(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
