using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>What a setting is now.</summary>
/// <param name="State">The state; null where the thing does not exist.</param>
/// <param name="Id">The id that AWS gave it, where calls need it; not part of the state, because AWS gives another one after an undo.</param>
internal sealed record SettingReading(RepairState? State, string? Id = null)
{
    /// <summary>The thing does not exist.</summary>
    public static readonly SettingReading Missing = new(State: null);
}
