using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The KMS key that trails are to encrypt with.</summary>
/// <param name="Arn">The ARN of the key itself, whatever alias it was named by.</param>
/// <param name="Region">Its Region.</param>
/// <param name="IsUsable">Whether it is an enabled, symmetric key that a customer manages.</param>
/// <param name="Policy">Its policy.</param>
internal sealed record LiveTrailKey(string Arn, string Region, bool IsUsable, RepairState Policy);
