using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>What AWS Config and AWS Control Tower call their own.</summary>
internal static class ConfigNames
{
    public const string Service = "config.amazonaws.com";

    /// <summary>The name of a recorder that is made, which is the one that AWS gives where nobody does.</summary>
    public const string Recorder = "default";

    private const string ControlTower = "aws-controltower-";

    public static RepairTarget ServiceRole(RepairPlace place) => ServiceLinkedRoleSetting.Target(place, Service, "AWSServiceRoleForConfig");

    /// <summary>Whether AWS Control Tower has set the recorder up, which it checks and puts back.</summary>
    public static bool IsOfControlTower(RepairState recorder) =>
        IsControlTowers(recorder.Text(ConfigRecorderSetting.Recorder)) || IsControlTowers(recorder.Text(ConfigRecorderSetting.Role)?.Split('/').Last());

    private static bool IsControlTowers(string? name) => name?.StartsWith(ControlTower, StringComparison.OrdinalIgnoreCase) == true;
}
