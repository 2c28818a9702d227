using System.Collections;

namespace CisPosture.Reports;

/// <summary>Findings whose reading can be followed and stopped, so that no writer need know of either.</summary>
/// <param name="findings">The findings.</param>
/// <param name="read">Told how many were read in this pass.</param>
/// <param name="cancellationToken">Stops the reading.</param>
public sealed class FollowedFindings(IReadOnlyList<CisFinding> findings, Action<int> read, CancellationToken cancellationToken) : IReadOnlyList<CisFinding>
{
    /// <inheritdoc/>
    public int Count => findings.Count;

    /// <inheritdoc/>
    public CisFinding this[int index]
    {
        get
        {
            cancellationToken.ThrowIfCancellationRequested();
            read(index + 1);
            return findings[index];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<CisFinding> GetEnumerator()
    {
        for (var index = 0; index < findings.Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
