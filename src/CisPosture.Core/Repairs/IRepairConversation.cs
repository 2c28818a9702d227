namespace CisPosture.Repairs;

/// <summary>What a run has to say to the user, and to ask. May be called from any thread; whoever asks waits for the answer.</summary>
internal interface IRepairConversation
{
    /// <summary>True where the user wants to see what would be done, and nothing is done.</summary>
    bool IsWhatIf { get; }

    /// <summary>Asks whether a step may be taken. Answers no, after telling, where nothing is to be done.</summary>
    /// <param name="target">The account, the Region and the resource.</param>
    /// <param name="action">What is done: before → after.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<bool> MayAsync(string target, string action, CancellationToken cancellationToken);

    /// <summary>Asks a question beyond a step. Not asked where nothing is to be done.</summary>
    /// <param name="caption">What it is about.</param>
    /// <param name="question">A sentence that ends with a question mark.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<bool> ContinuesAsync(string caption, string question, CancellationToken cancellationToken);

    /// <summary>Tells what the user has to know.</summary>
    /// <param name="message">One sentence.</param>
    void Warn(string message);
}
