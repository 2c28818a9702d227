using System.Globalization;

namespace CisPosture.Reports.Html;

/// <summary>A scan in the trend's table.</summary>
internal sealed record TrendScan(string ObservedAt, string Score, string Failed, string Suppressed, string New, string Resolved)
{
    public static TrendScan Of(CisScan scan) => new(
        PageTime.Of(scan.ObservedAt),
        scan.Score is { } score ? string.Format(CultureInfo.InvariantCulture, "{0:0.#} %", score) : "–",
        CountText.Of(scan.FailedCount),
        CountText.Of(scan.SuppressedCount),
        CountText.Of(scan.NewCount),
        CountText.Of(scan.ResolvedCount));
}
