using CisPosture.Accounts;

namespace CisPosture.Controls.Logging;

/// <summary>Why a key cannot be rotated automatically by its owner, or must not be judged here.</summary>
internal static class RotationObstacle
{
    /// <summary>The sentence; null for a key whose rotation is the account's choice.</summary>
    public static string? Of(KmsKeyMetadata key, string accountId)
    {
        if (key.AccountId != accountId)
        {
            return $"Key {key.KeyId} belongs to account {key.AccountId}.";
        }

        if (key.KeyManager != "CUSTOMER")
        {
            return $"AWS manages key {key.KeyId} and rotates it.";
        }

        return OfKind(key) ?? OfState(key);
    }

    private static string? OfKind(KmsKeyMetadata key)
    {
        if (key.KeySpec != "SYMMETRIC_DEFAULT" || key.KeyUsage != "ENCRYPT_DECRYPT")
        {
            return $"Key {key.KeyId} is of kind {key.KeySpec} for {key.KeyUsage}, which AWS does not rotate.";
        }

        if (key.Origin != "AWS_KMS" || !string.IsNullOrEmpty(key.CustomKeyStoreId))
        {
            return $"The material of key {key.KeyId} comes from {key.Origin}, so AWS cannot rotate it.";
        }

        return key.MultiRegionKeyType == "REPLICA"
            ? $"Key {key.KeyId} is a replica and follows its primary {key.PrimaryKeyArn ?? "in another Region"}."
            : null;
    }

    private static string? OfState(KmsKeyMetadata key) =>
        key.KeyState == "Enabled" ? null : $"Key {key.KeyId} is in state {key.KeyState}, in which its rotation cannot be changed.";
}
