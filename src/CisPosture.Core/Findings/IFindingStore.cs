namespace CisPosture.Findings;

/// <summary>Findings of many scans, and what became of them. Used by one thread at a time.</summary>
public interface IFindingStore : IDisposable
{
    /// <summary>Begins to record a scan. Nothing of it shows until it is committed.</summary>
    /// <returns>The recording, to be disposed of by the caller.</returns>
    IScanRecording Record();

    /// <summary>Reads findings one by one, in the order of control, account, Region and resource.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The findings as they are read.</returns>
    /// <exception cref="PostureException">The store has no such scan, or cannot be read.</exception>
    IEnumerable<CisFinding> Read(FindingQuery query, CancellationToken cancellationToken);

    /// <summary>The scans, the latest first.</summary>
    /// <returns>All of them.</returns>
    IReadOnlyList<CisScan> ReadScans();
}
