using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>
/// The log group of a trail and the role that it delivers with. CloudTrail tries both when it is given them, so that a role which has not
/// spread yet, or whose policy has not, is refused at first.
/// </summary>
internal static class TrailLogDelivery
{
    public static void Check(ApiCall call, Trail trail)
    {
        var (group, role) = (trail.CloudWatchLogsLogGroupArn, trail.CloudWatchLogsRoleArn);
        if (group is null != role is null) throw TrailErrors.Combination("You must specify both a CloudWatch Logs log group ARN and a role ARN, or neither.");
        if (group is null || role is null) return;
        var name = GroupName(call, group) ?? throw BadGroup("CloudTrail cannot validate the specified log group ARN.");
        if (!call.RegionState.LogGroups.Exists(one => one.Name == name)) throw BadGroup("CloudTrail cannot validate the specified log group ARN.");
        if (!role.StartsWith(call.Account.Arn("iam", "", "role/"), StringComparison.Ordinal)) throw BadRole("The specified CloudWatch Logs role ARN is not valid.");
        var assumed = RoleAccess.Assumable(call, role, TrailBucket.Service, TrailBucket.Source(call, trail)) ?? throw BadRole("Access denied. Verify in IAM that the role has adequate permissions.");
        var stream = $"{group[..^1]}log-stream:{call.Account.AccountId}_CloudTrail_{call.Region}";
        if (!RoleAccess.Allows(call.Account, assumed, "logs:CreateLogStream", stream) || !RoleAccess.Allows(call.Account, assumed, "logs:PutLogEvents", stream)) throw BadGroup("Access denied. Check the permissions for your role.");
    }

    /// <summary>The ARN must be of a group in the trail's home Region and end in an asterisk.</summary>
    private static string? GroupName(ApiCall call, string arn)
    {
        var start = call.Account.Arn("logs", call.Region, "log-group:");
        const string end = ":*";
        var isWhole = arn.StartsWith(start, StringComparison.Ordinal) && arn.EndsWith(end, StringComparison.Ordinal) && arn.Length > start.Length + end.Length;
        return isWhole ? arn[start.Length..^end.Length] : null;
    }

    private static ApiException BadGroup(string message) => new("InvalidCloudWatchLogsLogGroupArnException", message);

    private static ApiException BadRole(string message) => new("InvalidCloudWatchLogsRoleArnException", message);
}
