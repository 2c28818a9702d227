namespace CisPosture.Reports;

/// <summary>Which format a file's name stands for.</summary>
public static class ReportFormats
{
    // The longer endings first: report.sarif.json is not just JSON.
    private static readonly (string Ending, ReportFormat Format)[] ByEnding =
    [
        (".json", ReportFormat.Json),
        (".csv", ReportFormat.Csv),
        (".html", ReportFormat.Html),
        (".htm", ReportFormat.Html),
    ];

    /// <summary>The endings that stand for a format by themselves.</summary>
    public static IReadOnlyList<string> Endings => [.. ByEnding.Select(row => row.Ending)];

    /// <summary>The format that a file's name stands for.</summary>
    /// <param name="path">A path as the user gave it.</param>
    /// <returns>The format.</returns>
    /// <exception cref="PostureException">The name stands for none.</exception>
    public static ReportFormat Of(string path)
    {
        foreach (var (ending, format) in ByEnding)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        throw ReportFailure.FormatUnknown(path, Endings);
    }
}
