using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>
/// A kind of thing that AWS can be told to change with one call: how to read it, which call brings it from a state to another, and from
/// which states there is no way back. What takes two calls is two settings, so that a setting is always in a state that somebody meant.
/// </summary>
internal abstract class Setting
{
    /// <summary>The name of the kind in journals; never changes its meaning.</summary>
    public abstract string Kind { get; }

    /// <summary>Reads the live state.</summary>
    /// <exception cref="Calls.ApiCallException">AWS did not answer with it. That the thing does not exist is an answer.</exception>
    public abstract Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target);

    /// <summary>The call that brings the setting from what it is to another state. Pure; both undo and repair take it from here.</summary>
    /// <param name="place">Names of the account and its places; nothing is sent.</param>
    /// <param name="target">The setting.</param>
    /// <param name="from">What it is.</param>
    /// <param name="to">What it is to be; null for removed.</param>
    public abstract SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to);

    /// <summary>Why a change cannot be undone, as a sentence; null where it can.</summary>
    public virtual string? WhyNotUndoable(RepairTarget target, RepairState? before, RepairState? after) => null;

    /// <summary>Makes a step of a plan; null where the setting is as it is to be.</summary>
    public RepairStep? StepTo(RepairPlace place, RepairTarget target, SettingReading before, RepairState after, string description) =>
        Equals(before.State, after) ? null : Step(place, target, before, after, description);

    /// <summary>Makes a step of a plan.</summary>
    /// <param name="place">The account.</param>
    /// <param name="target">The setting.</param>
    /// <param name="before">What it is.</param>
    /// <param name="after">What it is to be.</param>
    /// <param name="description">What is done, in a few words that begin with a verb.</param>
    public RepairStep Step(RepairPlace place, RepairTarget target, SettingReading before, RepairState? after, string description)
    {
        var notUndoable = WhyNotUndoable(target, before.State, after);
        return new RepairStep
        {
            Target = target,
            Description = description,
            Call = Change(place, target, before, after).Call,
            Before = before.State,
            After = after,
            Inverse = notUndoable is null ? Change(place, target, new SettingReading(after, before.Id), before.State).Call : null,
            NotUndoable = notUndoable,
        };
    }
}
