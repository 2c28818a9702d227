namespace CisPosture.Repairs;

/// <summary>One setting: its kind, the resource that has it, and what picks it among the resource's settings of that kind.</summary>
/// <param name="Kind">The kind, such as "PasswordPolicy". Written to journals, so it never changes its meaning.</param>
/// <param name="Region">The Region; the home Region of the partition's IAM for what has none.</param>
/// <param name="ResourceId">The resource's ARN; "AWS::::Account:111122223333" for the account.</param>
/// <param name="Key">What identifies the setting to a person, such as a filter's name; null where the resource has one setting of the kind.</param>
internal sealed record RepairTarget(string Kind, string Region, string ResourceId, RepairState? Key = null);
