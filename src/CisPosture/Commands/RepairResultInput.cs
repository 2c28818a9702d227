using System.Collections;
using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>Takes what a finding tells of its repair, fresh or as a job or a file leaves it.</summary>
internal static class RepairResultInput
{
    /// <summary>The result that an object is or was.</summary>
    /// <param name="value">The value of the finding's member.</param>
    /// <returns>The result; null where there was no repair.</returns>
    public static CisRepairResult? Of(object? value) => value switch
    {
        null => null,
        CisRepairResult result => result,
        _ => Read(PSObject.AsPSObject(value)),
    };

    private static CisRepairResult Read(PSObject input) => new()
    {
        Outcome = ObjectMembers.Text(input, nameof(CisRepairResult.Outcome)) ?? string.Empty,
        ReasonCode = ObjectMembers.Text(input, nameof(CisRepairResult.ReasonCode)) ?? string.Empty,
        Reason = ObjectMembers.Text(input, nameof(CisRepairResult.Reason)) ?? string.Empty,
        NextCommand = ObjectMembers.Text(input, nameof(CisRepairResult.NextCommand)),
        Steps = ObjectMembers.Value(input, nameof(CisRepairResult.Steps)) is IEnumerable steps and not string
            ? [.. steps.Cast<object>().Select(step => Step(PSObject.AsPSObject(step)))]
            : [],
        JournalId = ObjectMembers.Text(input, nameof(CisRepairResult.JournalId)),
    };

    private static CisRepairStep Step(PSObject input) => input.BaseObject as CisRepairStep ?? new CisRepairStep
    {
        Number = ObjectMembers.Number(input, nameof(CisRepairStep.Number)),
        Description = ObjectMembers.Text(input, nameof(CisRepairStep.Description)) ?? string.Empty,
        Operation = ObjectMembers.Text(input, nameof(CisRepairStep.Operation)) ?? string.Empty,
        Parameters = ObjectMembers.Text(input, nameof(CisRepairStep.Parameters)) ?? string.Empty,
        Region = ObjectMembers.Text(input, nameof(CisRepairStep.Region)) ?? string.Empty,
        ResourceId = ObjectMembers.Text(input, nameof(CisRepairStep.ResourceId)) ?? string.Empty,
        Change = ObjectMembers.Text(input, nameof(CisRepairStep.Change)) ?? string.Empty,
        Before = ObjectMembers.Text(input, nameof(CisRepairStep.Before)),
        After = ObjectMembers.Text(input, nameof(CisRepairStep.After)),
        Outcome = ObjectMembers.Text(input, nameof(CisRepairStep.Outcome)) ?? string.Empty,
        Message = ObjectMembers.Text(input, nameof(CisRepairStep.Message)),
        UndoOperation = ObjectMembers.Text(input, nameof(CisRepairStep.UndoOperation)),
        NotUndoable = ObjectMembers.Text(input, nameof(CisRepairStep.NotUndoable)),
        ControlIds = ObjectMembers.Texts(input, nameof(CisRepairStep.ControlIds)),
        Time = ObjectMembers.Time(input, nameof(CisRepairStep.Time)),
    };
}
