using CisPosture.Aws.Repairs.Planners;

namespace CisPosture.Aws.Repairs;

/// <summary>The repairs, each under the name of its cmdlet.</summary>
internal static class AllRepairs
{
    private static readonly Dictionary<string, Repair> ByCommand = new Repair[]
    {
        new AdminPolicyRepair(),
        new CloudTrailRepair(),
        new ConfigRecorderRepair(),
        new CredentialRepair(),
        new FlowLogRepair(),
        new KeyRotationRepair(),
        new MetricAlarmRepair(),
        new PasswordPolicyRepair(),
        new SecurityGroupRepair(),
        new SupportRoleRepair(),
        new TrailBucketRepair(),
        new UserPolicyRepair(),
    }.ToDictionary(repair => repair.Command, StringComparer.Ordinal);

    public static IReadOnlyCollection<Repair> All => ByCommand.Values;

    public static Repair Of(string command) => ByCommand[command];
}
