namespace CisPosture.SecurityHub;

/// <summary>Cuts findings into batches that Security Hub takes at once.</summary>
internal static class AsffBatches
{
    /// <summary>The batches, in order: each of a hundred findings at most, and no larger than a call may be.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="mostBytes">How many bytes a batch may have.</param>
    public static IEnumerable<IReadOnlyList<AsffFinding>> Of(IEnumerable<AsffFinding> findings, int mostBytes = AsffLimits.BatchBytes)
    {
        var batch = new List<AsffFinding>();
        var bytes = 0;
        foreach (var finding in findings)
        {
            var size = AsffFormat.SizeOf(finding);
            if (batch.Count == AsffLimits.Batch || (batch.Count > 0 && bytes + size > mostBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(finding);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
