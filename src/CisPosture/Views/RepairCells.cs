using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using CisPosture.Repairs;

namespace CisPosture.Views;

/// <summary>The cells of the views of repairs. They read by name, so that what comes from files and jobs looks like fresh ones.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RepairCells
{
    // The widths of the other columns in the format file, each with the space after it.
    private const int WidthBesideWhat = 3 + 11 + 34 + 14 + 4;

    private static readonly string[] WhatMembers = ["Description", "Change", "Message"];

    /// <summary>The controls that a run was for.</summary>
    /// <param name="repair">The run.</param>
    /// <returns>A text such as "1.5, 2.8".</returns>
    public static string Controls(PSObject repair) => string.Join(", ", Items(Value(repair, "ControlIds")).Select(id => id.ToString()));

    /// <summary>How many steps a run has, by what became of them.</summary>
    /// <param name="repair">The run.</param>
    /// <returns>A text such as "3 Done, 1 Failed".</returns>
    public static string StepCounts(PSObject repair) => string.Join(
        ", ",
        Items(Value(repair, "Steps"))
            .GroupBy(step => Value(PSObject.AsPSObject(step), "Outcome")?.ToString() ?? string.Empty, StringComparer.Ordinal)
            .Select(steps => string.Format(CultureInfo.InvariantCulture, "{0} {1}", steps.Count(), steps.Key)));

    /// <summary>What a step does, and what became of it where there is more to say.</summary>
    /// <param name="step">The step.</param>
    /// <param name="host">The host that shows it.</param>
    /// <returns>The lines.</returns>
    public static string What(PSObject step, PSHost? host)
    {
        var parts = WhatMembers.Select(member => Value(step, member)?.ToString()).Where(part => !string.IsNullOrEmpty(part));
        return Wrapping.Words(string.Join(": ", parts), Wrapping.RoomBeside(WidthBesideWhat, host));
    }

    /// <summary>The steps of the repair of a finding, one a line.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The lines.</returns>
    public static string StepsOfFinding(PSObject finding) => Value(finding, "Repair") is { } repair
        ? string.Join("\n", Items(Value(PSObject.AsPSObject(repair), "Steps")).Select(step => step.ToString()))
        : string.Empty;

    /// <summary>Why a finding is what it is; where a repair did not change that, why not.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="reason">The finding's own reason.</param>
    /// <returns>One or two sentences.</returns>
    internal static string Reason(PSObject finding, string reason)
    {
        if (Value(finding, "Repair") is not { } repair)
        {
            return reason;
        }

        var result = PSObject.AsPSObject(repair);
        var outcome = Value(result, "Outcome")?.ToString();
        return outcome is nameof(RepairOutcome.Changed) or nameof(RepairOutcome.AlreadyCompliant) ? $"{outcome}: {reason}" : $"{outcome}: {Value(result, "Reason")}";
    }

    private static IEnumerable<object> Items(object? list) => list is IEnumerable items and not string ? items.Cast<object?>().OfType<object>() : [];

    private static object? Value(PSObject source, string member)
    {
        var value = source.Properties[member]?.Value;
        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }
}
