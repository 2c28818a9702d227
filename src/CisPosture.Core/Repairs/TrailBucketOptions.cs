namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of trails' buckets.</summary>
internal sealed record TrailBucketOptions : RepairOptions
{
    /// <summary>The bucket to log access into; where it does not lie in the Region of the bucket to be logged, one with the Region's name behind it. Null for none.</summary>
    public string? LogBucketName { get; init; }
}
