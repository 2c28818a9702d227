namespace CisPosture.Findings;

/// <summary>A scan on its way into a store. Disposed of without a commit, it leaves nothing there.</summary>
public interface IScanRecording : IDisposable
{
    /// <summary>Takes a finding. Of two on the same resource the later one counts.</summary>
    /// <param name="finding">The finding.</param>
    void Add(CisFinding finding);

    /// <summary>Puts the scan into the store, whole, and waits for other writers as long as that takes within reason.</summary>
    /// <param name="now">The time of saving.</param>
    /// <param name="cancellationToken">Gives up waiting, and leaves nothing in the store.</param>
    /// <returns>What the scan came to; null where no finding was added, and so nothing is kept.</returns>
    /// <exception cref="PostureException">The store cannot be written.</exception>
    CisScan? Commit(DateTimeOffset now, CancellationToken cancellationToken);
}
