using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>
/// What a planner reads through: live settings, with the states laid over them that earlier plans of the run have left or, where nothing is
/// carried out, would have left.
/// </summary>
internal sealed class RepairReader(RepairContext context, SettingLedger ledger, EarlierRuns earlier)
{
    public RepairPlace Place => context.Place;

    /// <summary>For reading what is no setting: listings, evidence, who uses what.</summary>
    public RepairContext Context => context;

    /// <summary>What earlier runs have made on the account.</summary>
    public EarlierRuns Earlier => earlier;

    /// <summary>Reads a setting.</summary>
    public async Task<SettingReading> ReadAsync(RepairTarget target) =>
        ledger.TryGetPlanned(target, out var planned)
            ? new SettingReading(planned)
            : await AllSettings.Of(target).ReadAsync(context, target).ConfigureAwait(false);

    /// <summary>Reads what concerns one resource only: what AWS does not give is a gap, and the others can still be mended.</summary>
    public static async Task<Evidence<T>> TryAsync<T>(Func<Task<T>> read)
        where T : notnull
    {
        try
        {
            return Evidence.Of(await read().ConfigureAwait(false));
        }
        catch (ApiCallException failure)
        {
            return Evidence.Missing<T>(failure.Gap);
        }
    }

    /// <summary>The states of a kind that earlier plans would have left, for planners that read listings. Empty where the steps were really taken.</summary>
    public IReadOnlyDictionary<RepairTarget, RepairState?> Planned(string kind) => ledger.Planned(kind);
}
