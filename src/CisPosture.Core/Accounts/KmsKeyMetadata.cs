namespace CisPosture.Accounts;

/// <summary>A KMS key as DescribeKey tells of it.</summary>
public sealed record KmsKeyMetadata
{
    /// <summary>The key's id.</summary>
    public required string KeyId { get; init; }

    /// <summary>The key's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The owning account.</summary>
    public required string AccountId { get; init; }

    /// <summary>CUSTOMER or AWS.</summary>
    public required string KeyManager { get; init; }

    /// <summary>Enabled, Disabled, PendingDeletion, PendingImport, Creating …</summary>
    public required string KeyState { get; init; }

    /// <summary>AWS_KMS, EXTERNAL, AWS_CLOUDHSM or EXTERNAL_KEY_STORE.</summary>
    public required string Origin { get; init; }

    /// <summary>SYMMETRIC_DEFAULT, RSA_2048, HMAC_256 …</summary>
    public required string KeySpec { get; init; }

    /// <summary>ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC or KEY_AGREEMENT.</summary>
    public required string KeyUsage { get; init; }

    /// <summary>The custom key store, where the key lives in one.</summary>
    public string? CustomKeyStoreId { get; init; }

    /// <summary>Whether the key is a multi-Region key.</summary>
    public bool IsMultiRegion { get; init; }

    /// <summary>PRIMARY or REPLICA; null for a key of one Region.</summary>
    public string? MultiRegionKeyType { get; init; }

    /// <summary>The multi-Region primary's ARN.</summary>
    public string? PrimaryKeyArn { get; init; }
}
