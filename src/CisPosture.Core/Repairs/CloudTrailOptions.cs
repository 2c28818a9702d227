namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of trails.</summary>
internal sealed record CloudTrailOptions : RepairOptions
{
    /// <summary>The bucket of a trail that has to be made; null where none may be made.</summary>
    public string? BucketName { get; init; }

    /// <summary>The name of a trail that has to be made.</summary>
    public string TrailName { get; init; } = "CisPosture";

    /// <summary>The log group to deliver to; null to make one a trail.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>How many days a log group that is made keeps its events.</summary>
    public int RetentionDays { get; init; } = 365;

    /// <summary>KMS keys to encrypt with, one for each Region in which buckets of trails lie: ids, ARNs or aliases.</summary>
    public IReadOnlyList<string> KmsKeyIds { get; init; } = [];
}
