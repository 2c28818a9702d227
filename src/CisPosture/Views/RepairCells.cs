using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using CisPosture.Repairs;

namespace CisPosture.Views;

/// <summary>The cells of the views of repairs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RepairCells
{
    private static readonly string[] WhatMembers = [nameof(CisRepairStep.Description), nameof(CisRepairStep.Change)];

    /// <summary>How many steps a run has, by what became of them, and for which controls.</summary>
    /// <param name="repair">The run.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the other columns take, in characters.</param>
    /// <returns>A text such as "3 Done, 1 Failed for 1.5 – 1.11", in lines that fit.</returns>
    public static string StepCounts(PSObject repair, PSHost? host, int beside)
    {
        var counts = Members.Items(repair, nameof(CisRepair.Steps))
            .GroupBy(step => Members.Text(step, nameof(CisRepairStep.Outcome)), StringComparer.Ordinal)
            .Select(steps => string.Format(CultureInfo.InvariantCulture, "{0} {1}", steps.Count(), steps.Key));
        var controls = ControlList.Of(Members.Texts(repair, nameof(CisRepair.ControlIds)));
        var text = string.Join(", ", counts) + (controls.Length > 0 ? $" for {controls}" : string.Empty);
        return Wrapping.Words(text.Trim(), Wrapping.RoomBeside(beside, host));
    }

    /// <summary>What a step does, by which operation, and what became of it where there is more to say.</summary>
    /// <param name="step">The step.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the other columns take, in characters.</param>
    /// <returns>The lines.</returns>
    public static string What(PSObject step, PSHost? host, int beside)
    {
        var parts = WhatMembers.Select(member => Members.Text(step, member)).Where(part => part.Length > 0);
        var message = Members.Text(step, nameof(CisRepairStep.Message));
        var text = $"{string.Join(": ", parts)} ({Members.Text(step, nameof(CisRepairStep.Operation))}){(message.Length > 0 ? $": {message}" : string.Empty)}";
        return Wrapping.Words(text, Wrapping.RoomBeside(beside, host));
    }

    /// <summary>The steps of the repair of a finding, one a line.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the line holds besides them, in characters.</param>
    /// <returns>The lines.</returns>
    public static string StepsOfFinding(PSObject finding, PSHost? host, int beside) => Members.Value(finding, nameof(CisFinding.Repair)) is { } repair
        ? Cells.Lines(PSObject.AsPSObject(repair), nameof(CisRepairResult.Steps), host, beside)
        : string.Empty;

    /// <summary>Why a finding is what it is; where a repair did not change that, why not.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="reason">The finding's own reason.</param>
    /// <returns>One or two sentences.</returns>
    internal static string Reason(PSObject finding, string reason)
    {
        if (Members.Value(finding, nameof(CisFinding.Repair)) is not { } repair)
        {
            return reason;
        }

        var result = PSObject.AsPSObject(repair);
        var outcome = Members.Text(result, nameof(CisRepairResult.Outcome));
        return outcome is nameof(RepairOutcome.Changed) or nameof(RepairOutcome.AlreadyCompliant) ? $"{outcome}: {reason}" : $"{outcome}: {Members.Text(result, nameof(CisRepairResult.Reason))}";
    }
}
