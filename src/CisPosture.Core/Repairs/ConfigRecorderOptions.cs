namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of AWS Config.</summary>
internal sealed record ConfigRecorderOptions : RepairOptions
{
    /// <summary>The bucket that Regions without a delivery channel deliver to; null where none may be made.</summary>
    public string? ConfigBucketName { get; init; }
}
