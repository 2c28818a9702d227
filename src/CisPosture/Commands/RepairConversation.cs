using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Asks through PowerShell's own prompts. -Force answers yes, but never where -WhatIf is on or -Confirm was asked for.</summary>
internal sealed class RepairConversation(CmdletOutput output, bool isWhatIf, bool isForced) : IRepairConversation
{
    private bool _yesToAll;
    private bool _noToAll;

    public bool IsWhatIf => isWhatIf;

    public Task<bool> MayAsync(string target, string action, CancellationToken cancellationToken)
    {
        if (isForced && !isWhatIf)
        {
            output.Verbose($"{action} on {target}.");
            return Task.FromResult(true);
        }

        return output.AskAsync(cmdlet => cmdlet.ShouldProcess(VisibleText.OnOneLine(target), VisibleText.InOneDirection(action)), cancellationToken);
    }

    public Task<bool> ContinuesAsync(string caption, string question, CancellationToken cancellationToken) =>
        isForced || isWhatIf
            ? Task.FromResult(isForced)
            : output.AskAsync(cmdlet => cmdlet.ShouldContinue(VisibleText.InOneDirection(question), VisibleText.OnOneLine(caption), ref _yesToAll, ref _noToAll), cancellationToken);

    public void Warn(string message) => output.Warn(message);
}
