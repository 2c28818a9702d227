namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The role of the wanted name, and whether it holds the policy.</summary>
internal sealed record LiveSupportRole(SettingReading Role, SettingReading Attachment);
