using System.Management.Automation;
using CisPosture.Completion;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Lists what repairs have changed, from their journals. Works offline.</summary>
[Cmdlet(VerbsCommon.Get, "CisRepair")]
[OutputType(typeof(CisRepair))]
public sealed class GetCisRepairCommand : CisCmdlet
{
    /// <summary>Ids of runs; wildcards may be used.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RepairIdCompleter))]
    [Alias("JournalId")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Only runs for these controls, or patterns of them.</summary>
    [Parameter]
    [ControlIdText]
    [ArgumentCompleter(typeof(ControlIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ControlId { get; set; }

    /// <summary>Only runs in these accounts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AccountId { get; set; }

    /// <summary>Only runs that began then or later.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only runs that were cut off, or of which a step's outcome is not known.</summary>
    [Parameter]
    public SwitchParameter Incomplete { get; set; }

    /// <summary>The folder of the journals; the one in the user's data directory where it is left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    private protected override void Process()
    {
        var folder = JournalFolder.Of(JournalPath is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath));
        var runs = JournalReader.ReadAll(folder, damage => WriteError(ErrorRecords.Of(damage))).Select(CisRepair.Of).ToList();
        foreach (var id in (Id ?? []).Where(id => !WildcardPattern.ContainsWildcardCharacters(id) && !runs.Exists(run => run.Id == id)))
        {
            WriteError(ErrorRecords.Of(RepairRuns.NotFound(id, folder)));
        }

        var controls = ControlIdText.Settle(ControlId, MyInvocation.Line) is { } patterns
            ? BenchmarkCatalogue.Current.Select(patterns).Select(control => control.Id).ToList()
            : null;
        WriteObject(runs.Where(run => IsWanted(run, controls)), enumerateCollection: true);
    }

    private bool IsWanted(CisRepair run, List<string>? controls) =>
        (Id is null || Id.Any(id => new WildcardPattern(id, WildcardOptions.IgnoreCase).IsMatch(run.Id)))
        && (controls is null || run.ControlIds.Intersect(controls, StringComparer.Ordinal).Any())
        && (AccountId is null || AccountId.Contains(run.AccountId, StringComparer.Ordinal))
        && (Since is null || run.StartedAt >= Since)
        && (!Incomplete || run.Status == "Incomplete");
}
