namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The buckets of trails and those that take their access logs.</summary>
/// <param name="LogBuckets">By Region: the bucket that takes access logs there.</param>
/// <param name="Settings">What would be changed.</param>
internal sealed record LiveTrailBuckets(IReadOnlyDictionary<string, string> LogBuckets, LiveSettings Settings);
