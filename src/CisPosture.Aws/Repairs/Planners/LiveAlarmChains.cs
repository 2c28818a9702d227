using CisPosture.Controls.Monitoring;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>How far the chains of some controls go, and what stands where the rest is to be put.</summary>
internal sealed record LiveAlarmChains
{
    /// <summary>By control id: the path that decides.</summary>
    public required IReadOnlyDictionary<string, ChainPath> Paths { get; init; }

    /// <summary>Log groups of trails that were deleted, by ARN.</summary>
    public IReadOnlyList<string> LostLogGroups { get; init; } = [];

    /// <summary>Metric filters, alarms and subscriptions of the names that would be used.</summary>
    public IReadOnlyDictionary<RepairTarget, SettingReading> Settings { get; init; } = new Dictionary<RepairTarget, SettingReading>();

    /// <summary>By ARN.</summary>
    public IReadOnlyDictionary<string, LiveTopic> Topics { get; init; } = new Dictionary<string, LiveTopic>(StringComparer.Ordinal);

    public SettingReading Of(RepairTarget target) => Settings.TryGetValue(target, out var reading) ? reading : SettingReading.Missing;
}
