using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>What is made for trails is called so.</summary>
internal static class TrailNames
{
    public const string Owner = "Repair-CisCloudTrail";

    /// <summary>The role that trails deliver to CloudWatch Logs with: one an account, with a policy a trail.</summary>
    public const string Role = "CisPosture-CloudTrail";

    public static string LogGroup(Trail trail, CloudTrailOptions options) => options.LogGroupName ?? $"CisPosture/CloudTrail/{trail.Name}";

    public static RepairTarget LogGroupTarget(RepairPlace place, Trail trail, CloudTrailOptions options) => LogGroupSetting.Target(place, trail.HomeRegion, LogGroup(trail, options));

    public static RepairTarget RetentionTarget(RepairPlace place, Trail trail, CloudTrailOptions options) => LogRetentionSetting.Target(place, trail.HomeRegion, LogGroup(trail, options));

    public static RepairTarget RolePolicyTarget(RepairPlace place, Trail trail) => RolePolicySetting.Target(place, Role, $"{trail.HomeRegion}-{trail.Name}");

    public static string NewTrailArn(RepairPlace place, CloudTrailOptions options) => place.Arn("cloudtrail", place.HomeRegion, $"trail/{options.TrailName}");
}
