using CisPosture.Accounts;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The trails of an account and what a repair of theirs would touch.</summary>
internal sealed record LiveTrails
{
    /// <summary>The trails with their status and selectors, as scans read them.</summary>
    public required AccountEvidence Evidence { get; init; }

    /// <summary>Log groups, roles, selectors, buckets … that would be changed or made.</summary>
    public LiveSettings Settings { get; init; } = LiveSettings.None;

    /// <summary>The keys that the user names, as far as they exist.</summary>
    public IReadOnlyList<LiveTrailKey> Keys { get; init; } = [];

    /// <summary>By bucket: the Region that it lies in, where that could be read.</summary>
    public IReadOnlyDictionary<string, string> BucketRegions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public SettingReading Of(RepairTarget target) => Settings.Of(target);
}
