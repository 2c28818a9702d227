using System.Management.Automation;
using CisPosture.Completion;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>A cmdlet that changes a live account: asks before each step, and writes each into a journal.</summary>
public abstract class JournaledCmdlet : AccountCmdlet
{
    /// <summary>The Region for calls that have none; where a repair is carried out, its findings say.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The folder of the journals; one in the user's data directory where it is left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public virtual string? JournalPath { get; set; }

    /// <summary>Asks nothing. With -WhatIf still nothing is done.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected sealed override string? ConnectionRegion => Region;

    private protected override void Begin() => CheckRegions(Region is null ? [] : [Region]);

    /// <summary>The name under which the cmdlet is journaled.</summary>
    private protected string CommandName => MyInvocation.MyCommand.Name;

    /// <summary>The folder of the journals.</summary>
    private protected JournalFolder Folder => JournalFolder.Of(JournalPath is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath));

    /// <summary>Opens the account and changes it, step by step, with a journal that ends in order unless the run is cut off.</summary>
    /// <param name="activity">What the progress bar is headed with.</param>
    /// <param name="folder">Where the journal is to be.</param>
    /// <param name="change">What is to be done.</param>
    private protected void RunJournaled(
        string activity, JournalFolder folder, Func<IRepairSession, IRepairExecution, CmdletOutput, CancellationToken, Task> change)
    {
        var account = Account([], []);
        var command = CommandName;
        var (isWhatIf, isForced) = (IsWhatIf(), Force.IsPresent && !IsConfirmAsked());
        Run(activity, async (output, token) =>
        {
            using var session = (IRepairSession)await account.ConnectAsync(output, token).ConfigureAwait(false);
            using var journal = new RepairJournal(folder, command, () => DateTimeOffset.UtcNow) { Subject = (session.AccountId, session.CallerArn) };
            await change(session, session.Start(journal, new RepairConversation(output, isWhatIf, isForced)), output, token).ConfigureAwait(false);
            journal.Complete();
        });
    }

    private bool IsConfirmAsked() => MyInvocation.BoundParameters.TryGetValue("Confirm", out var given) && LanguagePrimitives.IsTrue(given);
}
