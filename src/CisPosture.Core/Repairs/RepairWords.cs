namespace CisPosture.Repairs;

/// <summary>Steps in words for people who have to agree to them.</summary>
internal static class RepairWords
{
    private const int LongestValue = 60;

    /// <summary>Where a step is taken: account, Region and resource.</summary>
    public static string Target(string accountId, RepairStep step)
    {
        var resource = step.Target.ResourceId.EndsWith(accountId, StringComparison.Ordinal) ? string.Empty : $" {step.Target.ResourceId}";
        return $"account {accountId} {step.Target.Region}{resource}";
    }

    /// <summary>What a step does: before → after.</summary>
    public static string Action(RepairStep step)
    {
        var change = Change(step.Before, step.After);
        var undo = step.NotUndoable is null ? string.Empty : $". This cannot be undone: {step.NotUndoable}";
        return $"{step.Description} ({step.Call.Operation}){(change.Length > 0 ? ": " : string.Empty)}{change}{undo}";
    }

    /// <summary>What differs between two states, member by member.</summary>
    public static string Change(RepairState? before, RepairState? after)
    {
        var names = (before?.Names ?? []).Union(after?.Names ?? [], StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);
        var changes = names
            .Select(name => (Name: name, Before: before?.Show(name), After: after?.Show(name)))
            .Where(member => !string.Equals(member.Before, member.After, StringComparison.Ordinal))
            .Select(member => $"{member.Name} {Shortened(member.Before)} → {Shortened(member.After)}");
        return string.Join(", ", changes);
    }

    private static string Shortened(string? value) =>
        value is null ? "none" : value.Length <= LongestValue ? value : value.Substring(0, LongestValue - 1) + "…";
}
