namespace CisPosture.Aws.Calls;

/// <summary>
/// What AWS bears of one account in one Region, as far as it documents it: the quotas pages of CloudWatch, CloudWatch Logs, CloudTrail, KMS
/// and SNS, the request throttling page of EC2, the API reference of Security Hub. Where a quota differs between Regions, it is the least.
/// What is not documented, <see cref="CallPace"/> finds out from the first refusal.
/// </summary>
internal static class ServiceLimits
{
    private const int UsualCallsAtOnce = 8;

    private static readonly Dictionary<string, int> CallsAtOnce = new(StringComparer.Ordinal)
    {
        ["iam"] = 5,
        ["cloudtrail"] = 5,
        ["logs"] = 2,
        ["config"] = 3,
        ["kms"] = 10,
        ["securityhub"] = 2,
    };

    /// <summary>Requests a second, and at once where that is more than a second's worth.</summary>
    private static readonly Dictionary<string, (double Rate, double? Burst)> Documented = new(StringComparer.Ordinal)
    {
        ["logs:DescribeLogGroups"] = (10, null),
        ["logs:DescribeMetricFilters"] = (5, null),
        ["logs:ListTagsForResource"] = (5, null),
        ["logs:PutMetricFilter"] = (5, null),
        ["logs:DeleteMetricFilter"] = (5, null),
        ["logs:CreateLogGroup"] = (10, null),
        ["logs:DeleteLogGroup"] = (10, null),
        ["logs:PutRetentionPolicy"] = (5, null),
        ["logs:DeleteRetentionPolicy"] = (5, null),

        ["cloudwatch:DescribeAlarms"] = (9, null),
        ["cloudwatch:ListTagsForResource"] = (10, null),
        ["cloudwatch:PutMetricAlarm"] = (3, null),
        ["cloudwatch:DeleteAlarms"] = (3, null),

        ["sns:ListSubscriptionsByTopic"] = (30, null),
        ["sns:ListTagsForResource"] = (10, null),
        ["sns:GetTopicAttributes"] = (30, null),
        ["sns:CreateTopic"] = (30, null),
        ["sns:SetTopicAttributes"] = (30, null),
        ["sns:DeleteTopic"] = (30, null),
        ["sns:Subscribe"] = (100, null),
        ["sns:Unsubscribe"] = (100, null),

        ["kms:ListKeys"] = (500, null),
        ["kms:DescribeKey"] = (2000, null),
        ["kms:GetKeyRotationStatus"] = (1000, null),
        ["kms:GetKeyPolicy"] = (1000, null),
        ["kms:EnableKeyRotation"] = (15, null),
        ["kms:DisableKeyRotation"] = (5, null),
        ["kms:PutKeyPolicy"] = (15, null),

        ["securityhub:GetFindings"] = (3, 6),
        ["securityhub:BatchImportFindings"] = (10, 30),
        ["securityhub:BatchUpdateFindings"] = (10, 30),
    };

    private static readonly HashSet<string> CountedByOperation = new(Documented.Keys.Select(operation => operation.Split(':')[0]), StringComparer.Ordinal);

    /// <summary>How many calls of a scope may be under way at once.</summary>
    public static int Concurrency(string service) => CallsAtOnce.TryGetValue(service, out var limit) ? limit : UsualCallsAtOnce;

    /// <summary>What AWS counts an operation with.</summary>
    /// <param name="service">The service as IAM actions spell it.</param>
    /// <param name="operation">The operation as the API spells it.</param>
    public static CallLimit Of(string service, string operation) => service switch
    {
        // A bucket an operation; lists that are asked for in pages or with a filter, as all of ours are, have the large one.
        "ec2" => IsRead(operation) ? new CallLimit(operation, 20, 100) : new CallLimit(operation, 5, 50),

        // One quota for "the get, describe, and list APIs", and one for "all other APIs".
        "cloudtrail" => IsRead(operation) ? new CallLimit("reads", 10) : new CallLimit("writes", 1),
        _ when Documented.TryGetValue($"{service}:{operation}", out var limit) => new CallLimit(operation, limit.Rate, limit.Burst),

        // Where nothing is documented, nothing speaks for a limit of the operation's own either.
        _ => new CallLimit(CountedByOperation.Contains(service) ? operation : service),
    };

    /// <summary>True for the services that count the calls of an account whichever Region is asked.</summary>
    public static bool IsAccountWide(string service) => service == "iam";

    private static bool IsRead(string operation) =>
        operation.StartsWith("Describe", StringComparison.Ordinal) || operation.StartsWith("Get", StringComparison.Ordinal) || operation.StartsWith("List", StringComparison.Ordinal);
}
