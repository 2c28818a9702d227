using CisPosture.Controls;

namespace CisPosture.SecurityHub;

/// <summary>The ARNs of products in Security Hub.</summary>
internal static class HubArn
{
    private static readonly (string RegionPrefix, string Partition)[] Partitions =
    [
        ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"), ("us-isob-", "aws-iso-b"), ("eu-isoe-", "aws-iso-e"), ("us-isof-", "aws-iso-f"), ("eusc-", "aws-eusc"),
    ];

    /// <summary>The partition that a finding is in: the one of its resource's ARN, else that of its Region.</summary>
    public static string PartitionOf(CisFinding finding) => Arn.TryParse(finding.ResourceId, out var arn) ? arn.Partition : PartitionOf(finding.Region);

    /// <summary>The partition of a Region.</summary>
    public static string PartitionOf(string region) =>
        Array.Find(Partitions, row => region.StartsWith(row.RegionPrefix, StringComparison.Ordinal)).Partition ?? "aws";

    /// <summary>The product under which an account may import findings of its own.</summary>
    public static string DefaultProduct(string partition, string region, string accountId) =>
        $"arn:{partition}:securityhub:{region}:{accountId}:product/{accountId}/default";

    /// <summary>Security Hub's own product.</summary>
    public static string OwnProduct(string partition, string region) => $"arn:{partition}:securityhub:{region}::product/aws/securityhub";
}
