using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>The states in which a run has left settings, or would have left them, and by which plan.</summary>
internal sealed class SettingLedger
{
    private readonly Dictionary<RepairTarget, Entry> _entries = [];

    /// <summary>Notes the state that a plan has really left.</summary>
    public void Left(RepairTarget target, RepairState? state, int plan) => _entries[target] = new Entry(state, plan, IsPlanned: false);

    /// <summary>Notes the state that a plan would have left.</summary>
    public void WouldLeave(RepairTarget target, RepairState? state, int plan) => _entries[target] = new Entry(state, plan, IsPlanned: true);

    /// <summary>True where an earlier plan has left the setting, or would have, as a step wants it.</summary>
    public bool IsSettled(RepairStep step) => _entries.TryGetValue(step.Target, out var entry) && Equals(entry.State, step.After);

    /// <summary>The plan that last touched a setting; null where none did.</summary>
    public int? PlanOf(RepairTarget target) => _entries.TryGetValue(target, out var entry) ? entry.Plan : null;

    public bool TryGetPlanned(RepairTarget target, out RepairState? state)
    {
        var isPlanned = _entries.TryGetValue(target, out var entry) && entry.IsPlanned;
        state = isPlanned ? entry!.State : null;
        return isPlanned;
    }

    public IReadOnlyDictionary<RepairTarget, RepairState?> Planned(string kind) =>
        _entries.Where(entry => entry.Value.IsPlanned && entry.Key.Kind == kind).ToDictionary(entry => entry.Key, entry => entry.Value.State);

    private sealed record Entry(RepairState? State, int Plan, bool IsPlanned);
}
