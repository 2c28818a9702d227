namespace CisPosture.Accounts;

/// <summary>A bucket that a trail writes to, read in the bucket's own Region with the own account as expected owner.</summary>
public sealed record TrailBucket
{
    /// <summary>The name.</summary>
    public required string BucketName { get; init; }

    /// <summary>The bucket's Region, never null or "EU". A gap with error code NoSuchBucket means that it does not exist; AccessDenied, that it is not ours or is locked.</summary>
    public Evidence<string> Location { get; init; } = Evidence<string>.NotCollected;

    /// <summary>The bucket's public access block; all false where it has none.</summary>
    public Evidence<PublicAccessBlock> PublicAccessBlock { get; init; } = Evidence<PublicAccessBlock>.NotCollected;

    /// <summary>The grants of its access control list.</summary>
    public Evidence<IReadOnlyList<BucketGrant>> Grants { get; init; } = Evidence<IReadOnlyList<BucketGrant>>.NotCollected;

    /// <summary>Whether S3 calls its policy public; false where it has no policy.</summary>
    public Evidence<bool> IsPolicyPublic { get; init; } = Evidence<bool>.NotCollected;

    /// <summary>BucketOwnerEnforced, BucketOwnerPreferred or ObjectWriter; ObjectWriter where nothing is set.</summary>
    public Evidence<string> ObjectOwnership { get; init; } = Evidence<string>.NotCollected;

    /// <summary>Its server access logging.</summary>
    public Evidence<BucketLogging> Logging { get; init; } = Evidence<BucketLogging>.NotCollected;
}
