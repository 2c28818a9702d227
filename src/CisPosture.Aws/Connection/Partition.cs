namespace CisPosture.Aws.Connection;

/// <summary>A part of AWS with accounts, Regions and hosts of its own.</summary>
/// <param name="Id">The partition as ARNs spell it.</param>
/// <param name="DnsSuffix">The end of its service hosts.</param>
/// <param name="HomeRegion">Where its IAM lives and signs.</param>
/// <param name="IamHost">Its IAM endpoint.</param>
/// <param name="OrganizationsRegion">Where its Organizations lives and signs.</param>
/// <param name="RegionPrefix">How its Regions' names begin; empty for the partition that takes all others.</param>
internal sealed record Partition(string Id, string DnsSuffix, string HomeRegion, string IamHost, string OrganizationsRegion, string RegionPrefix)
{
    private static readonly Partition Commercial = new("aws", "amazonaws.com", "us-east-1", "iam.amazonaws.com", "us-east-1", string.Empty);

    private static readonly Partition[] Others =
    [
        new("aws-cn", "amazonaws.com.cn", "cn-north-1", "iam.cn-north-1.amazonaws.com.cn", "cn-northwest-1", "cn-"),
        new("aws-us-gov", "amazonaws.com", "us-gov-west-1", "iam.us-gov.amazonaws.com", "us-gov-west-1", "us-gov-"),
        new("aws-iso", "c2s.ic.gov", "us-iso-east-1", "iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1", "us-iso-"),
        new("aws-iso-b", "sc2s.sgov.gov", "us-isob-east-1", "iam.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1", "us-isob-"),
        new("aws-iso-e", "cloud.adc-e.uk", "eu-isoe-west-1", "iam.eu-isoe-west-1.cloud.adc-e.uk", "eu-isoe-west-1", "eu-isoe-"),
        new("aws-iso-f", "csp.hci.ic.gov", "us-isof-south-1", "iam.us-isof-south-1.csp.hci.ic.gov", "us-isof-south-1", "us-isof-"),
        new("aws-eusc", "amazonaws.eu", "eusc-de-east-1", "iam.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1", "eusc-"),
    ];

    public static Partition OfRegion(string region) =>
        Others.FirstOrDefault(partition => region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal)) ?? Commercial;

    /// <summary>The partition that an ARN names; null for one that this table does not hold.</summary>
    public static Partition? OfId(string id) =>
        id == Commercial.Id ? Commercial : Others.FirstOrDefault(partition => partition.Id == id);
}
