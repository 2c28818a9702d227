namespace CisPosture.Reports.Html;

/// <summary>Divides room among several, so that none is left out because another one needs much.</summary>
internal static class FairShare
{
    /// <summary>The most that each may take.</summary>
    /// <param name="needs">What each needs.</param>
    /// <param name="room">What all may take together.</param>
    /// <returns>The largest cap under which all fit together, or what the neediest needs where all fit anyhow.</returns>
    public static int Of(IEnumerable<int> needs, int room)
    {
        var left = room;
        var sorted = needs.Where(need => need > 0).OrderBy(need => need).ToList();
        for (var index = 0; index < sorted.Count; index++)
        {
            // The neediest divide what the others have left.
            var cap = left / (sorted.Count - index);
            if (sorted[index] > cap)
            {
                return cap;
            }

            left -= sorted[index];
        }

        return sorted.Count == 0 ? 0 : sorted[sorted.Count - 1];
    }
}
