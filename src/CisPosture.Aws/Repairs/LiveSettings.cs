using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>Settings as they are, for planners that change some of them.</summary>
/// <param name="Readings">What was read; what was not, is taken for missing.</param>
/// <param name="Earlier">What earlier runs have made.</param>
internal sealed record LiveSettings(IReadOnlyDictionary<RepairTarget, SettingReading> Readings, EarlierRuns Earlier)
{
    /// <summary>Nothing exists, and nothing was done before.</summary>
    public static readonly LiveSettings None = new(new Dictionary<RepairTarget, SettingReading>(), EarlierRuns.None);

    public static async Task<LiveSettings> ReadAsync(RepairReader reader, IEnumerable<RepairTarget> targets)
    {
        var readings = await Task.WhenAll(targets.Distinct().Select(async target => (Target: target, Reading: await reader.ReadAsync(target).ConfigureAwait(false)))).ConfigureAwait(false);
        return new LiveSettings(readings.ToDictionary(reading => reading.Target, reading => reading.Reading), reader.Earlier);
    }

    public SettingReading Of(RepairTarget target) => Readings.TryGetValue(target, out var reading) ? reading : SettingReading.Missing;

    /// <summary>The step that brings a setting to a state; null where it is there already.</summary>
    public RepairStep? Change(RepairPlace place, Setting setting, RepairTarget target, RepairState after, string description) =>
        setting.StepTo(place, target, Of(target), after, description);

    /// <summary>
    /// The step that sets what belongs to a thing that the same plan makes. Where the thing was there before, it is its owner's to set, unless
    /// an earlier run has made it and did not come to this, and nobody has set it since.
    /// </summary>
    public RepairStep? Furnish(RepairPlace place, RepairTarget made, Setting setting, RepairTarget target, RepairState after, string description) =>
        Of(made).State is null || (Of(target).State is null && Earlier.LeftOpen(made, target)) ? Change(place, setting, target, after, description) : null;
}
