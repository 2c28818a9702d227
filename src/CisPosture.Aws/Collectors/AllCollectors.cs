namespace CisPosture.Aws.Collectors;

/// <summary>The collectors, which together read every kind of evidence there is.</summary>
internal static class AllCollectors
{
    public static IReadOnlyList<Collector> Of(CollectionContext context) =>
    [
        new EnabledRegionCollector(context),
        new CredentialReportCollector(context),
        new UserCollector(context),
        new UnreportedCredentialCollector(context),
        new PasswordPolicyCollector(context),
        new AccountSummaryCollector(context),
        new VirtualMfaDeviceCollector(context),
        new PolicyCollector(context),
        new SupportAccessCollector(context),
        new TrailCollector(context),
        new TrailStatusCollector(context),
        new TrailEventSelectorCollector(context),
        new TrailKeyCollector(context),
        new TrailLogGroupCollector(context),
        new TrailBucketCollector(context),
        new MetricFilterCollector(context),
        new AlarmCollector(context),
        new TopicSubscriptionCollector(context),
        new ConfigRecorderCollector(context),
        new KmsKeyCollector(context),
        new VpcCollector(context),
        new FlowLogCollector(context),
        new SecurityGroupCollector(context),
        new PrefixListCollector(context),
        new SecurityGroupUseCollector(context),
    ];
}
