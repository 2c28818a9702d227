namespace CisPosture.Accounts;

/// <summary>A KMS key of a Region's listing.</summary>
public sealed record KmsKey
{
    /// <summary>The key's id.</summary>
    public required string KeyId { get; init; }

    /// <summary>The key's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>What DescribeKey tells; a key policy may deny it for one key only.</summary>
    public Evidence<KmsKeyMetadata> Metadata { get; init; } = Evidence<KmsKeyMetadata>.NotCollected;

    /// <summary>Whether automatic rotation is on; null where the key cannot be rotated and was not asked.</summary>
    public Evidence<bool>? IsRotationEnabled { get; init; }
}
