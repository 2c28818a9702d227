using CisPosture.Sandbox.State;

namespace CisPosture.Bench;

/// <summary>Chains of calls of which each needs the answer before it: no scan can be faster than the longest, however many calls it makes at once.</summary>
internal static class DependentCalls
{
    private static readonly string[] Regions = ["GetCallerIdentity", "DescribeRegions"];
    private static readonly string[] Trails = [.. Regions, "DescribeTrails"];

    /// <summary>The longest chain that this account has.</summary>
    public static IReadOnlyList<string> Longest(SandboxAccount account)
    {
        var needed = CallsNeeded.Of(account);
        return Chains(account, operation => needed.ContainsKey(operation)).MaxBy(chain => chain.Count)!;
    }

    private static IEnumerable<IReadOnlyList<string>> Chains(SandboxAccount account, Predicate<string> isNeeded)
    {
        yield return ["GetCallerIdentity", "GenerateCredentialReport", "GetCredentialReport"];
        yield return isNeeded("kms:GetKeyRotationStatus") ? [.. Regions, "ListKeys", "DescribeKey", "GetKeyRotationStatus"] : [.. Regions, "ListKeys"];
        yield return isNeeded("ec2:GetManagedPrefixListEntries") ? [.. Regions, "DescribeSecurityGroups", "GetManagedPrefixListEntries"] : [.. Regions, "DescribeSecurityGroups"];
        yield return isNeeded("sns:ListSubscriptionsByTopic") ? [.. Trails, "DescribeAlarms", "ListSubscriptionsByTopic"] : Trails;
        if (isNeeded("s3:GetBucketLogging"))
        {
            string[] logging = [.. Trails, "GetBucketLocation", "GetBucketLogging"];
            yield return LogsElsewhere(account) ? [.. logging, "GetBucketLocation"] : logging;
        }
    }

    private static bool LogsElsewhere(SandboxAccount account)
    {
        var names = account.Regions.Values.SelectMany(region => region.Trails).Select(trail => trail.S3BucketName).ToHashSet(StringComparer.Ordinal);
        return account.S3.Buckets.Exists(bucket => names.Contains(bucket.Name) && bucket.Logging is { } logging && logging.TargetBucket != bucket.Name);
    }
}
