using System.Text.RegularExpressions;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.State.Kms;

namespace CisPosture.Bench;

/// <summary>
/// How many calls it takes to judge all controls, told from the state of the account and from how AWS answers: each list once a Region in
/// the largest pages that AWS gives, and each detail once for every thing whose detail a control asks for.
/// </summary>
internal static partial class CallsNeeded
{
    private const int IamPage = 1000;
    private const int Ec2Page = 1000;
    private const int KeyPage = 1000;
    private const int AlarmPage = 100;
    private const int FilterPage = 50;
    private const int SubscriptionPage = 100;
    private const int PrefixListPage = 100;
    private const string SupportPolicy = ":iam::aws:policy/AWSSupportAccess";

    public static IReadOnlyDictionary<string, int> Of(SandboxAccount account)
    {
        var calls = new Dictionary<string, int>(StringComparer.Ordinal) { ["sts:GetCallerIdentity"] = 1, ["ec2:DescribeRegions"] = 1 };
        AddIdentity(account, calls);
        AddNetwork(account, calls);
        AddKeys(account, calls);
        AddTrails(account, calls);
        AddMonitoring(account, calls);
        foreach (var operation in new[] { "config:DescribeConfigurationRecorders", "config:DescribeConfigurationRecorderStatus", "config:DescribeDeliveryChannels" })
        {
            calls[operation] = account.Regions.Count;
        }

        return calls.Where(call => call.Value > 0).ToDictionary(StringComparer.Ordinal);
    }

    private static void AddIdentity(SandboxAccount account, Dictionary<string, int> calls)
    {
        var iam = account.Iam;
        bool HoldsSupport(IamIdentity identity) => identity.AttachedPolicies.Exists(policy => policy.EndsWith(SupportPolicy, StringComparison.Ordinal));
        calls["iam:GetAccountSummary"] = 1;
        calls["iam:GetAccountPasswordPolicy"] = 1;
        calls["iam:GenerateCredentialReport"] = 1;
        calls["iam:GetCredentialReport"] = 1;
        calls["iam:ListUsers"] = Pages(iam.Users.Count, IamPage);
        calls["iam:ListVirtualMFADevices"] = Pages(iam.Users.Append(null).SelectMany(user => user?.MfaDevices ?? iam.Root.MfaDevices).Count(device => device.IsVirtual), IamPage);
        calls["iam:GetAccountAuthorizationDetails"] = Pages(iam.Users.Count + iam.Policies.Count, IamPage);
        calls["iam:ListEntitiesForPolicy"] = Pages(iam.Users.Count(HoldsSupport) + iam.Groups.Count(HoldsSupport) + iam.Roles.Count(HoldsSupport), IamPage);
        calls["iam:GetRole"] = iam.Roles.Count(HoldsSupport);
        calls["iam:GetGroup"] = iam.Groups.Count(HoldsSupport);
    }

    private static void AddNetwork(SandboxAccount account, Dictionary<string, int> calls)
    {
        var networks = account.Regions.Values.Select(region => region.Ec2).ToList();
        calls["ec2:DescribeVpcs"] = networks.Sum(network => Pages(network.Vpcs.Count, Ec2Page));
        calls["ec2:DescribeFlowLogs"] = networks.Sum(network => Pages(network.Vpcs.Sum(vpc => vpc.FlowLogs.Count), Ec2Page));
        calls["ec2:DescribeSecurityGroups"] = networks.Sum(network => Pages(network.Vpcs.Sum(vpc => vpc.SecurityGroups.Count), Ec2Page));
        calls["ec2:GetManagedPrefixListEntries"] = networks.Sum(network => network.Vpcs
            .SelectMany(vpc => vpc.SecurityGroups)
            .SelectMany(group => group.Ingress, (_, rule) => rule.Peer)
            .Distinct(StringComparer.Ordinal)
            .Join(network.PrefixLists, peer => peer, list => list.PrefixListId, (_, list) => Pages(list.Entries.Count, PrefixListPage), StringComparer.Ordinal)
            .Sum());
    }

    private static void AddKeys(SandboxAccount account, Dictionary<string, int> calls)
    {
        var keys = account.Regions.Values.SelectMany(region => region.KmsKeys).ToList();
        calls["kms:ListKeys"] = account.Regions.Values.Sum(region => Pages(region.KmsKeys.Count, KeyPage));

        // Trails' keys lie among them.
        calls["kms:DescribeKey"] = keys.Count;
        calls["kms:GetKeyRotationStatus"] = keys.Count(CanRotate);
    }

    private static bool CanRotate(KmsKey key) => key is
    {
        KeyManager: "CUSTOMER", KeyState: "Enabled", Origin: "AWS_KMS", KeySpec: "SYMMETRIC_DEFAULT", KeyUsage: "ENCRYPT_DECRYPT", CustomKeyStoreId: null, MultiRegionKeyType: not "REPLICA",
    };

    private static void AddTrails(SandboxAccount account, Dictionary<string, int> calls)
    {
        var trails = Trails(account);
        var names = trails.Select(trail => trail.S3BucketName).ToHashSet(StringComparer.Ordinal);
        var buckets = account.S3.Buckets.Where(bucket => names.Contains(bucket.Name)).ToList();
        calls["cloudtrail:DescribeTrails"] = account.Regions.Count;
        calls["cloudtrail:GetTrailStatus"] = calls["cloudtrail:GetEventSelectors"] = trails.Count;
        calls["s3control:GetPublicAccessBlock"] = names.Count > 0 ? 1 : 0;

        // Where a bucket lies; and whether the bucket is there that its access logs go to.
        calls["s3:GetBucketLocation"] = names.Union(buckets.Select(bucket => bucket.Logging?.TargetBucket).OfType<string>(), StringComparer.Ordinal).Count();
        foreach (var operation in new[] { "GetBucketAcl", "GetBucketPolicyStatus", "GetPublicAccessBlock", "GetBucketOwnershipControls", "GetBucketLogging" })
        {
            calls[$"s3:{operation}"] = buckets.Count;
        }
    }

    private static void AddMonitoring(SandboxAccount account, Dictionary<string, int> calls)
    {
        var topics = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (region, groups) in LogGroups(account))
        {
            var state = account.Regions[region];
            var filters = state.LogGroups.Where(group => groups.Contains(group.Name)).SelectMany(group => group.MetricFilters).ToList();
            Add("logs:DescribeLogGroups", groups.Count);
            Add("logs:DescribeMetricFilters", Pages(filters.Count, FilterPage));
            Add("cloudwatch:DescribeAlarms", Pages(state.MetricAlarms.Count + state.CompositeAlarms.Count, AlarmPage));
            var metrics = filters.SelectMany(filter => filter.Transformations).Select(metric => (metric.MetricNamespace, metric.MetricName)).ToHashSet();
            topics.UnionWith(Actions(state, [.. state.MetricAlarms.Where(alarm => Watches(alarm, metrics))]).Where(action => action.Contains(":sns:", StringComparison.Ordinal)));
        }

        Add("sns:ListSubscriptionsByTopic", topics.Sum(topic => Pages(Subscriptions(account, topic), SubscriptionPage)));

        void Add(string operation, int count) => calls[operation] = calls.GetValueOrDefault(operation) + count;
    }

    private static bool Watches(MetricAlarm alarm, HashSet<(string Namespace, string Name)> metrics) =>
        metrics.Contains((alarm.Namespace ?? "", alarm.MetricName ?? "")) || alarm.Metrics.Exists(query => metrics.Contains((query.Namespace ?? "", query.MetricName ?? "")));

    private static IEnumerable<string> Actions(RegionState region, IReadOnlyList<MetricAlarm> watching) =>
        watching.Where(alarm => alarm.ActionsEnabled).SelectMany(alarm => alarm.AlarmActions)
            .Concat(region.CompositeAlarms
                .Where(composite => composite.ActionsEnabled && watching.Any(alarm => composite.AlarmRule.Contains(alarm.Name, StringComparison.Ordinal)))
                .SelectMany(composite => composite.AlarmActions));

    private static int Subscriptions(SandboxAccount account, string topic)
    {
        var parts = topic.Split(':');
        return account.Regions.TryGetValue(parts[3], out var region) ? region.Topics.Find(known => known.Name == parts[5])?.Subscriptions.Count ?? 0 : 0;
    }

    private static List<Trail> Trails(SandboxAccount account) => [.. account.Regions.Values.SelectMany(region => region.Trails)];

    private static IEnumerable<(string Region, HashSet<string> Names)> LogGroups(SandboxAccount account) => Trails(account)
        .Select(trail => LogGroupArn().Match(trail.CloudWatchLogsLogGroupArn ?? ""))
        .Where(arn => arn.Success && arn.Groups["account"].Value == account.AccountId && account.IsEnabled(arn.Groups["region"].Value))
        .GroupBy(arn => arn.Groups["region"].Value, arn => arn.Groups["name"].Value, StringComparer.Ordinal)
        .Select(region => (region.Key, region.ToHashSet(StringComparer.Ordinal)));

    // An empty list takes one call too.
    private static int Pages(int items, int size) => Math.Max(1, (items + size - 1) / size);

    [GeneratedRegex(@"^arn:[^:]+:logs:(?<region>[^:]+):(?<account>\d+):log-group:(?<name>[^:]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LogGroupArn();
}
