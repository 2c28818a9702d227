namespace CisPosture.Sandbox.State.S3;

/// <summary>The default encryption of a bucket.</summary>
public sealed class BucketEncryption
{
    /// <summary>AES256, aws:kms or aws:kms:dsse.</summary>
    public string Algorithm { get; init; } = "AES256";

    /// <summary>The key; null for S3's own or for the account's aws/s3.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Whether a bucket key saves calls to KMS.</summary>
    public bool BucketKeyEnabled { get; init; }
}
