namespace CisPosture.Collection;

/// <summary>Where the account's side tells what it does. May be called from any thread. Never receives a secret.</summary>
public interface ICollectionLog
{
    /// <summary>Something a user who asked for details wants to read: which credentials, which Region.</summary>
    /// <param name="message">One sentence.</param>
    void Verbose(string message);

    /// <summary>Something a developer wants to read: each call.</summary>
    /// <param name="message">One line.</param>
    void Debug(string message);
}
