namespace CisPosture.Aws.Repairs;

/// <summary>Where a repair happens and who does it: what planners and settings need to make names. Holds no connection.</summary>
internal sealed record RepairPlace
{
    public required string AccountId { get; init; }

    public required string Partition { get; init; }

    /// <summary>Where the partition's IAM lives.</summary>
    public required string HomeRegion { get; init; }

    /// <summary>The caller, who must not be locked out.</summary>
    public required string CallerArn { get; init; }

    /// <summary>When the live state was read.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The account as a resource.</summary>
    public string Account => $"AWS::::Account:{AccountId}";

    /// <summary>The ARN of a resource of this account.</summary>
    public string Arn(string service, string region, string resource) => $"arn:{Partition}:{service}:{region}:{AccountId}:{resource}";
}
