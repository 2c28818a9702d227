using System.Globalization;

namespace CisPosture.Reports.Html;

/// <summary>How score and failed findings went over the scans of a store.</summary>
internal sealed class TrendPicture
{
    private const int MostScans = 60;

    private TrendPicture(IReadOnlyList<CisScan> scans, int left)
    {
        Lines =
        [
            TrendLine.OfPercent("Score", scans.Where(scan => scan.Score is not null).Select(scan => (scan.ObservedAt, scan.Score!.Value))),
            TrendLine.OfCounts("Failed findings", [.. scans.Select(scan => (scan.ObservedAt, (double)scan.FailedCount))]),
        ];
        Scans = [.. scans.Select(TrendScan.Of)];
        First = PageTime.DayOf(scans[0].ObservedAt);
        Last = PageTime.DayOf(scans[scans.Count - 1].ObservedAt);
        Span = left == 0 ? CountText.Of(scans.Count, "scan") : string.Format(CultureInfo.InvariantCulture, "the last {0} of {1}", scans.Count, CountText.Of(scans.Count + left, "scan"));
    }

    /// <summary>The pictures.</summary>
    public IReadOnlyList<TrendLine> Lines { get; }

    /// <summary>The same in numbers.</summary>
    public IReadOnlyList<TrendScan> Scans { get; }

    /// <summary>The day of the first scan.</summary>
    public string First { get; }

    /// <summary>The day of the last scan.</summary>
    public string Last { get; }

    /// <summary>How many scans it shows.</summary>
    public string Span { get; }

    /// <summary>Draws scans.</summary>
    /// <param name="scans">The scans, the oldest first.</param>
    /// <returns>The picture; null where there is nothing to compare.</returns>
    public static TrendPicture? Of(IReadOnlyList<CisScan> scans)
    {
        var left = Math.Max(0, scans.Count - MostScans);
        return scans.Count < 2 ? null : new TrendPicture([.. scans.Skip(left)], left);
    }
}
