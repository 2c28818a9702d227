using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>A control about the buckets that trails write to: each distinct bucket once, in the bucket's own Region.</summary>
internal abstract class TrailBucketControl : TrailControl
{
    private const string NoSuchBucket = nameof(NoSuchBucket);

    protected TrailBucketControl(CisControl definition)
        : base(definition)
    {
    }

    protected sealed override IEnumerable<Verdict> JudgeTrails(AccountEvidence evidence, IReadOnlyList<TrailAssessment> trails, ControlSettings settings)
    {
        var buckets = trails
            .Where(trail => !string.IsNullOrEmpty(trail.Trail.S3BucketName))
            .GroupBy(trail => trail.Trail.S3BucketName!, StringComparer.Ordinal)
            .Select(writers => JudgeNamed(evidence, writers.Key, [.. writers]))
            .ToList();
        return buckets.Count > 0
            ? buckets
            : [NotAvailable(JudgedResource.Account(evidence), "No trail of the account names a bucket.", ReasonCode.NotApplicable)];
    }

    /// <summary>Judges a bucket that exists and is the account's.</summary>
    protected abstract Verdict JudgeBucket(AccountEvidence evidence, TrailBucket bucket, JudgedResource resource);

    /// <summary>The verdict of a gap about a bucket whose Region is known.</summary>
    protected static Verdict UnknownBucket(JudgedResource resource, string bucketName, EvidenceGap gap) =>
        gap.ErrorCode == NoSuchBucket ? Missing(resource, bucketName) : Unknown(resource, gap);

    private Verdict JudgeNamed(AccountEvidence evidence, string bucketName, IReadOnlyList<TrailAssessment> writers)
    {
        var bucket = evidence.TrailBuckets.TryGetValue(bucketName, out var read) ? read : new TrailBucket { BucketName = bucketName };
        var resource = new JudgedResource(
            Definition.ResourceType, $"arn:{evidence.Partition}:s3:::{bucketName}", bucket.Location.Value ?? evidence.HomeRegion);
        var verdict = bucket.Location.TryGet(out _, out var gap)
            ? JudgeBucket(evidence, bucket, resource)
            : Unlocated(resource, bucketName, gap, writers);
        var facts = Facts.Of(("BucketName", bucketName), ("TrailArns", writers.Select(writer => writer.Trail.Arn).ToArray()));
        return verdict with { Facts = facts.With(verdict.Facts) };
    }

    private static Verdict Unlocated(JudgedResource resource, string bucketName, EvidenceGap gap, IReadOnlyList<TrailAssessment> writers) =>
        gap.ReasonCode == ReasonCode.AccessDenied ? NotOurs(resource, bucketName, gap, writers) : UnknownBucket(resource, bucketName, gap);

    // S3 gives the same answer for somebody else's bucket and for one of ours that is locked, so neither may count as failed.
    private static Verdict NotOurs(JudgedResource resource, string bucketName, EvidenceGap gap, IReadOnlyList<TrailAssessment> writers)
    {
        var owners = writers.Where(writer => writer.IsForeign).Select(writer => writer.OwnerAccountId).Distinct(StringComparer.Ordinal).ToList();
        var hint = owners.Count == 0 ? "the account that owns it" : $"account {Wording.Join(owners)}, which owns the trail, or the account of its log archive";
        return Warning(resource, $"Bucket {bucketName} belongs to another account or denies every read.", ReasonCode.BucketCrossAccountCrossRegion) with
        {
            Facts = GapVerdict.Of(resource, gap).Facts,
            Notes = [$"Scan {hint}; Security Hub shows no data for such a bucket in this account."],
        };
    }

    private static Verdict Missing(JudgedResource resource, string bucketName) =>
        Warning(resource, $"Bucket {bucketName} does not exist; whoever creates it takes over the trail's log files.", ReasonCode.BucketNotFound);
}
