using System.Globalization;

namespace CisPosture.Reports.Html;

/// <summary>How one number went over the scans.</summary>
internal sealed class TrendLine
{
    private TrendLine(string name, string unit, double top, IReadOnlyList<(DateTimeOffset Time, double Value)> values)
    {
        Name = name;
        Top = Text(top, unit);
        Points = [.. values.Select((value, index) => new TrendPoint(
            PageTime.DayOf(value.Time),
            values.Count == 1 ? 50 : Math.Round(100.0 * index / (values.Count - 1), 2),
            Math.Round(100 - (100 * value.Value / top), 2),
            Text(value.Value, unit)))];
        Change = values.Count == 0 ? "no data" : $"{Text(values[0].Value, unit)} → {Text(values[values.Count - 1].Value, unit)}";
    }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>The highest value that the picture has room for.</summary>
    public string Top { get; }

    /// <summary>The scans, the oldest first.</summary>
    public IReadOnlyList<TrendPoint> Points { get; }

    /// <summary>The first and the last value.</summary>
    public string Change { get; }

    /// <summary>The points as SVG wants them.</summary>
    public string Path => string.Join(" ", Points.Select(point => FormattableString.Invariant($"{point.X},{point.Y}")));

    /// <summary>The picture in words, for those who do not see it.</summary>
    public string Description => $"{Name} over {CountText.Of(Points.Count, "scan")}: {Change}.";

    /// <summary>A line in percent.</summary>
    public static TrendLine OfPercent(string name, IEnumerable<(DateTimeOffset Time, double Value)> values) => new(name, " %", 100, [.. values]);

    /// <summary>A line of counts, as high as the highest.</summary>
    public static TrendLine OfCounts(string name, IReadOnlyList<(DateTimeOffset Time, double Value)> values) =>
        new(name, string.Empty, Math.Max(1, values.Select(value => value.Value).DefaultIfEmpty().Max()), values);

    private static string Text(double value, string unit) => value.ToString("#,0.#", CultureInfo.InvariantCulture) + unit;
}
