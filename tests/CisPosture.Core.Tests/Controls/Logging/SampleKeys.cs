using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>KMS keys as AWS describes them.</summary>
internal static class SampleKeys
{
    public const string KeyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

    public static readonly string Arn = $"arn:aws:kms:us-east-1:{Judging.AccountId}:key/{KeyId}";

    /// <summary>A customer's key that AWS can rotate.</summary>
    public static KmsKeyMetadata Metadata(string keyId = KeyId) => new()
    {
        KeyId = keyId,
        Arn = $"arn:aws:kms:us-east-1:{Judging.AccountId}:key/{keyId}",
        AccountId = Judging.AccountId,
        KeyManager = "CUSTOMER",
        KeyState = "Enabled",
        Origin = "AWS_KMS",
        KeySpec = "SYMMETRIC_DEFAULT",
        KeyUsage = "ENCRYPT_DECRYPT",
    };

    /// <summary>The key as a Region lists it.</summary>
    public static KmsKey Listed(KmsKeyMetadata metadata, Evidence<bool>? isRotationEnabled = null) => new()
    {
        KeyId = metadata.KeyId,
        Arn = metadata.Arn,
        Metadata = Evidence.Of(metadata),
        IsRotationEnabled = isRotationEnabled,
    };
}
