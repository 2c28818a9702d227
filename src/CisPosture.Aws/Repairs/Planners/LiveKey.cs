using CisPosture.Accounts;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A KMS key as it is now.</summary>
/// <param name="Metadata">What it is.</param>
/// <param name="Rotation">Whether it is rotated; null where KMS would refuse to say for such a key.</param>
internal sealed record LiveKey(Evidence<KmsKeyMetadata> Metadata, Evidence<SettingReading>? Rotation);
