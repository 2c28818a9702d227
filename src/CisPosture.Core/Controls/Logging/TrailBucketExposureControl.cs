using CisPosture.Accounts;

namespace CisPosture.Controls.Logging;

/// <summary>2.3: no bucket that a trail writes to is open to the public, through its access control list or through its policy.</summary>
internal sealed class TrailBucketExposureControl : TrailBucketControl
{
    public TrailBucketExposureControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.Trails, EvidenceKind.TrailBucketExposure];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 trail bucket is closed to the public." : $"{count} trail buckets are closed to the public.";

    protected override Verdict JudgeBucket(AccountEvidence evidence, TrailBucket bucket, JudgedResource resource)
    {
        var exposure = new BucketExposure(bucket, evidence.AccountPublicAccessBlock);
        var verdict = Decide(bucket, exposure, resource);
        return verdict with { Facts = FactsOf(bucket, exposure).With(verdict.Facts) };
    }

    private static Verdict Decide(TrailBucket bucket, BucketExposure exposure, JudgedResource resource) => exposure.IsPublic switch
    {
        true => Failed(resource, $"Bucket {bucket.BucketName} is open to the public through its {Wording.Join([.. Openings(exposure)])}."),
        false => Passed(resource, $"Bucket {bucket.BucketName} is closed to the public.") with { Notes = [.. Neutralised(exposure)] },
        null => UnknownBucket(resource, bucket.BucketName, exposure.DecidingGaps[0]),
    };

    private static IEnumerable<string> Openings(BucketExposure exposure)
    {
        if (exposure.IsPublicByAcl == true)
        {
            yield return $"access control list ({string.Join(", ", exposure.PublicGrants)})";
        }

        if (exposure.IsPublicByPolicy == true)
        {
            yield return "policy";
        }
    }

    private static IEnumerable<string> Neutralised(BucketExposure exposure)
    {
        if (exposure.PublicGrants.Count > 0)
        {
            yield return $"Public grants without effect stand in its access control list: {string.Join(", ", exposure.PublicGrants)}.";
        }

        if (exposure.HasPublicPolicy == true)
        {
            yield return "Its policy is public, but the public access block restricts the bucket to the own account and AWS services.";
        }
    }

    private static IReadOnlyDictionary<string, object?> FactsOf(TrailBucket bucket, BucketExposure exposure) => Facts.Of(
        ("PublicGrants", exposure.HasPublicGrants is null ? null : exposure.PublicGrants.ToArray()),
        ("IsPolicyPublic", exposure.HasPublicPolicy),
        ("IgnoresPublicAcls", exposure.IgnoresPublicAcls),
        ("RestrictsPublicPolicy", exposure.RestrictsPublicPolicy),
        ("ObjectOwnership", bucket.ObjectOwnership.Value));
}
