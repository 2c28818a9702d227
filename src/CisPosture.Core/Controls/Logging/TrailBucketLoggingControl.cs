using CisPosture.Accounts;

namespace CisPosture.Controls.Logging;

/// <summary>2.6: every bucket that a trail writes to logs access to itself. Whether it is public is 2.3's matter.</summary>
internal sealed class TrailBucketLoggingControl : TrailBucketControl
{
    public TrailBucketLoggingControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.Trails, EvidenceKind.TrailBucketLogging];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 trail bucket logs access." : $"{count} trail buckets log access.";

    protected override Verdict JudgeBucket(AccountEvidence evidence, TrailBucket bucket, JudgedResource resource)
    {
        if (!bucket.Logging.TryGet(out var logging, out var gap))
        {
            return UnknownBucket(resource, bucket.BucketName, gap);
        }

        return string.IsNullOrEmpty(logging.TargetBucket)
            ? Failed(resource, $"Bucket {bucket.BucketName} does not log access.")
            : Passed(resource, $"Bucket {bucket.BucketName} logs access to bucket {logging.TargetBucket}.") with
            {
                Facts = Facts.Of(("TargetBucket", logging.TargetBucket), ("TargetPrefix", logging.TargetPrefix)),
                Notes = [.. NotesOn(bucket, logging)],
            };
    }

    private static IEnumerable<string> NotesOn(TrailBucket bucket, BucketLogging logging)
    {
        if (string.Equals(logging.TargetBucket, bucket.BucketName, StringComparison.Ordinal))
        {
            yield return "The bucket logs to itself, so every log file begets another.";
        }

        if (logging.TargetExists is { IsKnown: true, Value: false })
        {
            yield return $"Target bucket {logging.TargetBucket} does not exist, so the access logs are lost.";
        }
    }
}
