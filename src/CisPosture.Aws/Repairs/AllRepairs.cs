using CisPosture.Aws.Repairs.Planners;

namespace CisPosture.Aws.Repairs;

/// <summary>The repairs, each under the name of its cmdlet.</summary>
internal static class AllRepairs
{
    private static readonly Dictionary<string, Repair> ByCommand = new Repair[]
    {
        new CloudTrailRepair(),
        new FlowLogRepair(),
        new TrailBucketRepair(),
        new MetricAlarmRepair(),
        new PasswordPolicyRepair(),
        new KeyRotationRepair(),
        new SecurityGroupRepair(),
    }.ToDictionary(repair => repair.Command, StringComparer.Ordinal);

    public static IReadOnlyCollection<Repair> All => ByCommand.Values;

    public static Repair Of(string command) => ByCommand[command];
}
