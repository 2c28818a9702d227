using System.Globalization;

namespace CisPosture.Bench;

/// <summary>Prints a table whose first column is text and whose others are numbers.</summary>
internal static class Report
{
    public static void Print(string title, params IReadOnlyList<string>[] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToList();
        Console.Out.WriteLine(title);
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            Console.Out.WriteLine("  " + string.Join("  ", cells).TrimEnd());
        }

        Console.Out.WriteLine();
    }

    public static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    public static string Ratio(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} ×");

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
