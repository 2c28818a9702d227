using CisPosture.Accounts;

namespace CisPosture.SecurityHub;

/// <summary>Who hears how the traffic with Security Hub goes, and answers for it. May be called from any thread.</summary>
internal interface IHubListener
{
    /// <summary>True where the user wants to see what would be done, and nothing is done.</summary>
    bool IsWhatIf { get; }

    /// <summary>Asks whether something may be changed. Answers no, after telling, where nothing is to be done.</summary>
    /// <param name="target">The account and the Region.</param>
    /// <param name="action">What is changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<bool> MayAsync(string target, string action, CancellationToken cancellationToken);

    /// <summary>Hears what became of the findings of a Region.</summary>
    void Tell(CisPublication publication);

    /// <summary>Takes a finding that the hub has as it is by now.</summary>
    void Pass(CisFinding finding);

    /// <summary>Hears that a finding, or a Region, is left out. The run goes on with the others.</summary>
    void Fail(PostureException failure);

    /// <summary>Hears that a call failed, and with it what it was for.</summary>
    void Miss(EvidenceGap gap);

    /// <summary>Tells what the user has to know.</summary>
    void Warn(string message);

    /// <summary>Hears that so many findings more are done with.</summary>
    void Advance(int count);
}
