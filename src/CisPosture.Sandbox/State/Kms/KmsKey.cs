using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Kms;

/// <summary>A KMS key.</summary>
public sealed class KmsKey
{
    /// <summary>The key's id.</summary>
    public required string KeyId { get; init; }

    /// <summary>Its names.</summary>
    public List<KeyAlias> Aliases { get; init; } = [];

    /// <summary>What it is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>CUSTOMER or AWS.</summary>
    public string KeyManager { get; set; } = "CUSTOMER";

    /// <summary>Enabled, Disabled, PendingDeletion, PendingImport …</summary>
    public string KeyState { get; set; } = "Enabled";

    /// <summary>AWS_KMS, EXTERNAL, AWS_CLOUDHSM or EXTERNAL_KEY_STORE.</summary>
    public string Origin { get; set; } = "AWS_KMS";

    /// <summary>The kind of key.</summary>
    public string KeySpec { get; set; } = "SYMMETRIC_DEFAULT";

    /// <summary>What it is used for.</summary>
    public string KeyUsage { get; set; } = "ENCRYPT_DECRYPT";

    /// <summary>The custom key store that it lives in.</summary>
    public string? CustomKeyStoreId { get; set; }

    /// <summary>PRIMARY or REPLICA; null for a key of one Region.</summary>
    public string? MultiRegionKeyType { get; set; }

    /// <summary>For a replica, its primary's Region.</summary>
    public string? PrimaryRegion { get; set; }

    /// <summary>Whether it is rotated automatically.</summary>
    public bool IsRotationEnabled { get; set; }

    /// <summary>How often it is rotated.</summary>
    public int RotationPeriodInDays { get; set; } = 365;

    /// <summary>Whether its key policy leaves out IAM, so that every call about it is denied.</summary>
    public bool IsClosedByPolicy { get; set; }

    /// <summary>The key policy; null for the one that KMS gives a key without, which leaves everything to IAM.</summary>
    [JsonConverter(typeof(DocumentConverter))]
    public string? Policy { get; set; }

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationDate { get; set; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>When it will be deleted.</summary>
    public DateTimeOffset? DeletionDate { get; set; }
}
