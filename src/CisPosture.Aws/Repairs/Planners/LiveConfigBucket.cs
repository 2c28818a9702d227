namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The bucket that the user names for AWS Config.</summary>
/// <param name="Region">The Region that it lies in, or would.</param>
/// <param name="Bucket">Whether it exists.</param>
/// <param name="Policy">Its policy.</param>
internal sealed record LiveConfigBucket(string Region, SettingReading Bucket, SettingReading Policy);
