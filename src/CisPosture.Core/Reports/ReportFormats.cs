namespace CisPosture.Reports;

/// <summary>Which format a file's name stands for, and under which names a format can be written.</summary>
public static class ReportFormats
{
    // The longer endings first: report.sarif.json is not just JSON.
    private static readonly (string Ending, ReportFormat Format)[] ByEnding =
    [
        (".sarif.json", ReportFormat.Sarif),
        (".ocsf.json", ReportFormat.Ocsf),
        (".asff.json", ReportFormat.Asff),
        (".json", ReportFormat.Json),
        (".csv", ReportFormat.Csv),
        (".md", ReportFormat.Markdown),
        (".sarif", ReportFormat.Sarif),
        (".xml", ReportFormat.JUnit),
        (".html", ReportFormat.Html),
        (".htm", ReportFormat.Html),
    ];

    private static readonly string[] SuppressionEndings = [".json", ".yaml", ".yml", ".psd1"];

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
            if (Ends(path, ending))
            {
                return format;
            }
        }

        throw ReportFailure.FormatUnknown(path, Endings);
    }

    /// <summary>Fails where a format cannot be written under a name.</summary>
    /// <param name="format">The format.</param>
    /// <param name="path">A path as the user gave it.</param>
    /// <exception cref="PostureException">The format has several kinds of files, and the name is of none of them.</exception>
    public static void Require(ReportFormat format, string path)
    {
        if (format == ReportFormat.SuppressionTemplate && !SuppressionEndings.Any(ending => Ends(path, ending)))
        {
            throw ReportFailure.KindUnknown(path, format, SuppressionEndings);
        }
    }

    private static bool Ends(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
