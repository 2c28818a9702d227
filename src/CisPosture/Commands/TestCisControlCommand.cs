using System.Collections;
using System.Management.Automation;
using CisPosture.Completion;
using CisPosture.Controls;
using CisPosture.Findings;
using CisPosture.Snapshots;
using CisPosture.Suppressions;

namespace CisPosture.Commands;

/// <summary>Judges accounts, live or from a snapshot, against the controls of the benchmark.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CisControl", DefaultParameterSetName = LiveSet)]
[OutputType(typeof(CisFinding), typeof(bool))]
public sealed class TestCisControlCommand : ScanCmdlet
{
    private const string SnapshotSet = "Snapshot";

    private readonly List<string> _ids = [];

    /// <summary>Control numbers, or patterns such as 3.*; all controls where it is left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ControlId")]
    [ControlIdText]
    [ArgumentCompleter(typeof(ControlIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Control numbers or patterns to leave out.</summary>
    [Parameter]
    [ControlIdText]
    [ArgumentCompleter(typeof(ControlIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludeId { get; set; }

    /// <summary>Only controls of these severities.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Severity[]? Severity { get; set; }

    /// <summary>A file of Export-CisSnapshot to judge instead of a live account; no request is sent.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SnapshotSet)]
    [ValidateNotNullOrEmpty]
    public string? SnapshotPath { get; set; }

    /// <summary>Settings of controls by name, such as @{ PatternMode = 'AtLeast'; '1.3' = @{ MaxCredentialUsageAge = 45 } }.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? ControlParameter { get; set; }

    /// <summary>Judges with Security Hub's own limited sight: one Region and one account at a time.</summary>
    [Parameter]
    public SwitchParameter StrictSecurityHub { get; set; }

    /// <summary>Gives every resource that passed a finding of its own.</summary>
    [Parameter]
    public SwitchParameter EachResource { get; set; }

    /// <summary>A .json, .yaml or .psd1 file of rules that accept findings for a time. They keep their status, but no longer count.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SuppressionPath { get; set; }

    /// <summary>A .json file of earlier findings; every finding then tells whether it is new.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Baseline { get; set; }

    /// <summary>
    /// Fails the command, once all findings are out, where one of this severity or above failed. Suppressed ones do not count, nor with
    /// -Baseline those that are not new.
    /// </summary>
    [Parameter]
    public Severity? FailOn { get; set; }

    /// <summary>Answers only whether every control passed. What could not be judged has not passed; what is suppressed does not count.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process()
    {
        base.Process();
        _ids.AddRange(ControlIdText.Settle(Id, MyInvocation.Line) ?? []);
    }

    private protected override void End()
    {
        if (IsAskedForNothing)
        {
            return;
        }

        var controls = Selected();
        var parameters = ControlParameter is null ? ControlParameterSet.Empty : ControlParameterSet.Read(ControlParameterTable.Of(ControlParameter, MyInvocation.Line), controls);
        var triage = Triage();
        Judge(new Scan(controls, new ControlEvaluator(parameters, StrictSecurityHub, EachResource), triage, Quiet));
        WriteWarnings(triage.Unused(controls));
        triage.RequireNoneFailed();
    }

    private void Judge(Scan scan)
    {
        if (SnapshotPath is not null)
        {
            Judge(scan, SessionState.Path.GetUnresolvedProviderPathFromPSPath(SnapshotPath));
            return;
        }

        var live = Accounts();
        Run("Judging accounts", (output, token) => scan.JudgeLiveAsync(live, output, token));
    }

    private void Judge(Scan scan, string path) => Run("Judging the snapshot", async (output, token) =>
    {
        var snapshot = await SnapshotFile.ReadAsync(path, token).ConfigureAwait(false);
        scan.JudgeSnapshot(snapshot.Accounts, output, token);
    });

    private FindingTriage Triage()
    {
        var suppressions = SuppressionPath is null ? null : SuppressionFile.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(SuppressionPath), SuppressionPath);
        foreach (var problem in suppressions?.Problems ?? [])
        {
            WriteError(ErrorRecords.Of(new PostureException(ErrorId.SuppressionInvalid, problem.Message, SuppressionPath)));
        }

        var baseline = Baseline is null ? null : new FindingBaseline(FindingFile.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Baseline)));
        var triage = new FindingTriage(suppressions, baseline, FailOn, DateTimeOffset.UtcNow);
        WriteWarnings(triage.Expired());
        return triage;
    }

    private void WriteWarnings(IEnumerable<SuppressionProblem> problems)
    {
        foreach (var problem in problems)
        {
            WriteWarning(VisibleText.InOneDirection(problem.Message));
        }
    }

    private IReadOnlyList<CisControl> Selected()
    {
        var controls = ControlSelection.Of(_ids.Count > 0 ? _ids : null, ControlIdText.Settle(ExcludeId, MyInvocation.Line), Severity);
        return controls.Count > 0
            ? controls
            : throw new PostureException(ErrorId.ControlNotFound, "No control is left: what -Id names, -ExcludeId or -Severity leaves out.");
    }
}
