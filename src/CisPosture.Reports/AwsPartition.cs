namespace CisPosture.Reports;

/// <summary>The partition of AWS that a finding is of.</summary>
internal static class AwsPartition
{
    private static readonly (string Prefix, string Partition)[] ByRegion =
    [
        ("cn-", "aws-cn"),
        ("us-gov-", "aws-us-gov"),
        ("us-iso-", "aws-iso"),
        ("us-isob-", "aws-iso-b"),
        ("eu-isoe-", "aws-iso-e"),
        ("us-isof-", "aws-iso-f"),
        ("eusc-", "aws-eusc"),
    ];

    /// <summary>Reads the partition off the Region, which every finding has.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The partition, such as aws-cn.</returns>
    public static string Of(CisFinding finding) =>
        ByRegion.FirstOrDefault(row => finding.Region.StartsWith(row.Prefix, StringComparison.Ordinal)).Partition ?? "aws";
}
