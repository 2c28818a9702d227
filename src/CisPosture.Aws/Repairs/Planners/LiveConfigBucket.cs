namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The bucket that the user names for AWS Config.</summary>
/// <param name="Region">The Region that it lies in, or would.</param>
/// <param name="Settings">Whether it exists, how it is closed, and its policy.</param>
internal sealed record LiveConfigBucket(string Region, LiveSettings Settings);
