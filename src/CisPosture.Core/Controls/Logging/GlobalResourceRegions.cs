namespace CisPosture.Controls.Logging;

/// <summary>
/// The Regions whose AWS Config can record IAM's global resource types: those that Config served before February 2022. AWS gave the
/// ability to no later Region, so the list is closed, and a Region that is not on it cannot be asked for it.
/// </summary>
internal static class GlobalResourceRegions
{
    private static readonly HashSet<string> Able = new(StringComparer.OrdinalIgnoreCase)
    {
        "af-south-1", "ap-east-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
        "ap-southeast-3", "ca-central-1", "eu-central-1", "eu-north-1", "eu-south-1", "eu-west-1", "eu-west-2", "eu-west-3", "me-south-1",
        "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
        "cn-north-1", "cn-northwest-1",
        "us-gov-east-1", "us-gov-west-1",
        "us-iso-east-1", "us-iso-west-1", "us-isob-east-1",
    };

    public static bool CanRecord(string region) => Able.Contains(region);
}
