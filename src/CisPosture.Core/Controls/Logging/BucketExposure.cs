using CisPosture.Accounts;

namespace CisPosture.Controls.Logging;

/// <summary>
/// Whether the public can reach a bucket: what its access control list and its policy open, less what the public access blocks of bucket
/// and account and the object ownership take back. Null stands for "not known"; the operators on bool? reckon with it, so that a part
/// that could not be read only matters where it could change the answer.
/// </summary>
internal sealed class BucketExposure
{
    private const string BucketOwnerEnforced = nameof(BucketOwnerEnforced);

    // Everybody, and everybody with any AWS account, which is as good as everybody.
    private static readonly string[] PublicGroups = ["/groups/global/AllUsers", "/groups/global/AuthenticatedUsers"];

    public BucketExposure(TrailBucket bucket, Evidence<PublicAccessBlock> accountBlock)
    {
        PublicGrants = bucket.Grants.TryGet(out var grants, out _) ? [.. grants.Where(IsPublicGrant).Select(Describe)] : [];
        HasPublicGrants = bucket.Grants.IsKnown ? PublicGrants.Count > 0 : null;
        HasPublicPolicy = Ask(bucket.IsPolicyPublic, isPublic => isPublic);
        IgnoresPublicAcls = Ask(bucket.PublicAccessBlock, block => block.IgnorePublicAcls)
            | Ask(accountBlock, block => block.IgnorePublicAcls)
            | Ask(bucket.ObjectOwnership, ownership => ownership == BucketOwnerEnforced);
        RestrictsPublicPolicy = Ask(bucket.PublicAccessBlock, block => block.RestrictPublicBuckets)
            | Ask(accountBlock, block => block.RestrictPublicBuckets);
        DecidingGaps = [.. GapsThatDecide(bucket, accountBlock)];
    }

    /// <summary>Public grants in the access control list, effective or not, such as "READ to AllUsers".</summary>
    public IReadOnlyList<string> PublicGrants { get; }

    public bool? HasPublicGrants { get; }

    public bool? HasPublicPolicy { get; }

    public bool? IgnoresPublicAcls { get; }

    public bool? RestrictsPublicPolicy { get; }

    public bool? IsPublicByAcl => HasPublicGrants & !IgnoresPublicAcls;

    public bool? IsPublicByPolicy => HasPublicPolicy & !RestrictsPublicPolicy;

    public bool? IsPublic => IsPublicByAcl | IsPublicByPolicy;

    /// <summary>What must be read before <see cref="IsPublic"/> can be answered; empty where it is.</summary>
    public IReadOnlyList<EvidenceGap> DecidingGaps { get; }

    private IEnumerable<EvidenceGap> GapsThatDecide(TrailBucket bucket, Evidence<PublicAccessBlock> accountBlock)
    {
        if (IsPublic is not null)
        {
            return [];
        }

        EvidenceGap?[] blocks = [bucket.PublicAccessBlock.Gap, accountBlock.Gap];
        EvidenceGap?[] acl = IsPublicByAcl is null ? [bucket.Grants.Gap, .. blocks, bucket.ObjectOwnership.Gap] : [];
        EvidenceGap?[] policy = IsPublicByPolicy is null ? [bucket.IsPolicyPublic.Gap, .. blocks] : [];
        return acl.Concat(policy).OfType<EvidenceGap>().Distinct();
    }

    private static bool? Ask<T>(Evidence<T> evidence, Func<T, bool> question)
        where T : notnull => evidence.TryGet(out var value, out _) ? question(value) : null;

    private static bool IsPublicGrant(BucketGrant grant) => PublicGroups.Any(group => grant.Grantee.EndsWith(group, StringComparison.Ordinal));

    private static string Describe(BucketGrant grant) => $"{grant.Permission} to {grant.Grantee[(grant.Grantee.LastIndexOf('/') + 1)..]}";
}
