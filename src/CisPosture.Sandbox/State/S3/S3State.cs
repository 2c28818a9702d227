namespace CisPosture.Sandbox.State.S3;

/// <summary>S3 of an account.</summary>
public sealed class S3State
{
    /// <summary>Buckets, among them those of other accounts that this account's trails write to.</summary>
    public List<Bucket> Buckets { get; init; } = [];

    /// <summary>The account's own public access block; null where it has none.</summary>
    public PublicAccessBlock? PublicAccessBlock { get; set; }
}
