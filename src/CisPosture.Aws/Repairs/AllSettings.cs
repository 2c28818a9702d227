using CisPosture.Aws.Repairs.Settings;

namespace CisPosture.Aws.Repairs;

/// <summary>Every kind of setting that a repair changes. Undo finds the kind that a journal names here, in whatever process.</summary>
internal static class AllSettings
{
    private static readonly Dictionary<string, Setting> ByKind = new Setting[]
    {
        new AccessKeySetting(),
        new AttachedPolicySetting(),
        new BucketAccessBlockSetting(),
        new BucketLoggingSetting(),
        new BucketPolicySetting(),
        new BucketSetting(),
        new ConfigDeliveryChannelSetting(),
        new ConfigRecorderSetting(),
        new ConfigRecordingSetting(),
        new DefaultPolicyVersionSetting(),
        new FlowLogSetting(),
        new GroupMemberSetting(),
        new GroupPolicySetting(),
        new GroupSetting(),
        new KeyPolicySetting(),
        new KeyRotationSetting(),
        new LogGroupSetting(),
        new LogRetentionSetting(),
        new LoginProfileSetting(),
        new MetricAlarmSetting(),
        new MetricFilterSetting(),
        new PasswordPolicySetting(),
        new PolicyVersionSetting(),
        new RolePolicySetting(),
        new RoleSetting(),
        new SecurityGroupRuleSetting(),
        new ServiceLinkedRoleSetting(),
        new SubscriptionSetting(),
        new TopicPolicySetting(),
        new TopicSetting(),
        new TrailKeySetting(),
        new TrailLogDeliverySetting(),
        new TrailLoggingSetting(),
        new TrailRegionsSetting(),
        new TrailSelectorsSetting(),
        new TrailSetting(),
        new TrailValidationSetting(),
        new UserPolicySetting(),
    }.ToDictionary(setting => setting.Kind, StringComparer.Ordinal);

    public static IReadOnlyCollection<Setting> All => ByKind.Values;

    /// <summary>The kind of a name; null where this version of the module does not know it.</summary>
    public static Setting? Find(string kind) => ByKind.TryGetValue(kind, out var setting) ? setting : null;

    /// <summary>The kind of a target that a planner made.</summary>
    public static Setting Of(CisPosture.Repairs.RepairTarget target) => ByKind[target.Kind];
}
