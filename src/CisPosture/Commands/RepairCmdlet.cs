using System.Collections;
using System.Management.Automation;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// A cmdlet that mends findings: gathers them from the pipeline, and once all are there reads each live again, plans, asks, carries out, judges
/// again and emits. What needs no mending is emitted as it is and sends nothing.
/// </summary>
public abstract class RepairCmdlet : JournaledCmdlet
{
    private readonly List<RepairSubject> _subjects = [];
    private readonly Dictionary<string, RepairOptions> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Findings: fresh ones, what jobs and files leave of them, or rows of Security Hub.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The control parameters to reach and to judge by, as for Test-CisControl.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? ControlParameter { get; set; }

    // Checked before anything comes, so that it does not depend on what comes whether a value is noticed that no repair could take.
    private protected sealed override void Begin()
    {
        base.Begin();
        foreach (var command in Commands)
        {
            _options[command] = OptionsOf(command);
        }
    }

    private protected sealed override void Process()
    {
        foreach (var item in InputObject)
        {
            try
            {
                Take(RepairInput.Of(item, DateTimeOffset.UtcNow));
            }
            catch (PostureException failure)
            {
                WriteError(ErrorRecords.Of(failure));
            }
        }
    }

    private protected sealed override void End()
    {
        if (_subjects.Count == 0)
        {
            return;
        }

        var assignments = Assign(_subjects, Parameters());
        RunJournaled(
            "Mending",
            Folder,
            (session, execution, output, token) => new RepairRun(session, execution, new RepairOutput(output)).RunAsync(assignments, token));
    }

    /// <summary>The cmdlets of the repairs that this one may carry out.</summary>
    private protected virtual IEnumerable<string> Commands => [CommandName];

    /// <summary>Tells whether the cmdlet mends a control.</summary>
    private protected virtual bool Mends(RepairSubject subject) => RepairCatalogue.Current.Of(subject.ControlId)?.Command == CommandName;

    /// <summary>Tells whether it is an error that a finding comes which the cmdlet does not mend.</summary>
    private protected virtual bool IsMisfit(RepairSubject subject) => true;

    /// <summary>What the user says of a repair.</summary>
    /// <param name="command">The repair's cmdlet.</param>
    /// <returns>Options of the type that the repair takes.</returns>
    private protected abstract RepairOptions OptionsOf(string command);

    /// <summary>Emits a finding that is not to be mended, with the reason.</summary>
    private protected void Skip(RepairSubject subject, string reasonCode, string reason, string? command = null) =>
        WriteObject(subject.Finding with { Repair = CisRepairResult.Skipped(reasonCode, reason, command) });

    private void Take(RepairSubject subject)
    {
        if (subject.IsSuppressed)
        {
            Skip(subject, RepairReasonCode.Suppressed, "The finding is suppressed.");
        }
        else if (subject.Finding.Verdict != FindingStatus.Failed)
        {
            Skip(subject, RepairReasonCode.NotFailed, $"The finding is {subject.Finding.Status}; only Failed ones are mended.");
        }
        else if (Mends(subject))
        {
            Gather(subject);
        }
        else
        {
            Refuse(subject);
        }
    }

    // A finding that comes twice, say from two scans, is mended and emitted once.
    private void Gather(RepairSubject subject)
    {
        if (_known.Add(FindingIdentity.Of(subject.ControlId, subject.AccountId, subject.Region, subject.ResourceId)))
        {
            _subjects.Add(subject);
        }
        else
        {
            WriteVerbose($"The finding of control {subject.ControlId} on {subject.ResourceId} came before.");
        }
    }

    private void Refuse(RepairSubject subject)
    {
        var command = subject.Control.RepairCommand;
        var (code, reason) = command is null
            ? (RepairReasonCode.Manual, $"Control {subject.ControlId} takes a person; the finding's Guidance says what to do.")
            : (RepairReasonCode.OtherCommand, $"{CommandName} does not mend control {subject.ControlId}; {command} does.");
        if (IsMisfit(subject))
        {
            WriteError(ErrorRecords.Of(new PostureException(ErrorId.FindingNotRepairable, reason, subject.Finding)));
        }

        Skip(subject, code, reason, command);
    }

    private IReadOnlyList<RepairAssignment> Assign(List<RepairSubject> subjects, ControlParameterSet parameters) =>
    [
        .. RepairCatalogue.Current.Repairs
            .Select(repair => (repair.Command, Subjects: subjects.Where(subject => repair.Row(subject.ControlId) is not null).ToList()))
            .Where(work => work.Subjects.Count > 0)
            .Select(work => new RepairAssignment(work.Command, _options[work.Command] with { ControlParameters = parameters, Force = Force }, work.Subjects)),
    ];

    private ControlParameterSet Parameters() => ControlParameter is null
        ? ControlParameterSet.Empty
        : ControlParameterSet.Read(ControlParameterTable.Of(ControlParameter, MyInvocation.Line), [.. _subjects.Select(subject => subject.Control).Distinct()]);
}
