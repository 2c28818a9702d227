using CisPosture.Accounts;
using CisPosture.SecurityHub;

namespace CisPosture.Commands;

/// <summary>Writes what the traffic with Security Hub has to tell to the pipeline, and asks there.</summary>
internal sealed class HubOutput(CmdletOutput output, bool isWhatIf, bool passesFindings = false, int total = 0) : IHubListener
{
    private int _done;

    public bool IsWhatIf => isWhatIf;

    public Task<bool> MayAsync(string target, string action, CancellationToken cancellationToken) =>
        output.AskAsync(cmdlet => cmdlet.ShouldProcess(VisibleText.OnOneLine(target), VisibleText.InOneDirection(action)), cancellationToken);

    public void Tell(CisPublication publication)
    {
        output.Verbose(publication.ToString());
        if (!passesFindings)
        {
            output.WriteObject(publication);
        }
    }

    public void Pass(CisFinding finding)
    {
        if (passesFindings)
        {
            output.WriteObject(finding);
        }
    }

    public void Fail(PostureException failure) => output.WriteError(ErrorRecords.Of(failure));

    public void Miss(EvidenceGap gap) => output.WriteError(ErrorRecords.OfHub(gap));

    public void Warn(string message) => output.Warn(message);

    public void Advance(int count)
    {
        var done = Interlocked.Add(ref _done, count);
        if (total > 0)
        {
            output.Follow(() => new ProgressPicture(FormattableString.Invariant($"{done} of {total} findings"), (int)(done * 100L / total), []));
        }
    }
}
