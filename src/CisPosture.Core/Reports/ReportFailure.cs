namespace CisPosture.Reports;

/// <summary>Makes the errors of reports: each names the file, the reason and the way out.</summary>
internal static class ReportFailure
{
    public static PostureException FormatUnknown(string path, IReadOnlyList<string> endings) => new(
        ErrorId.ReportFormatUnknown,
        $"The name of report '{path}' tells no format. End it in one of {string.Join(", ", endings)}, or name the format with -Format: {string.Join(", ", Enum.GetNames(typeof(ReportFormat)))}.",
        path);

    public static PostureException KindUnknown(string path, ReportFormat format, IReadOnlyList<string> endings) => new(
        ErrorId.ReportFormatUnknown,
        $"{format} '{path}' is of no known kind: its name must end in one of {string.Join(", ", endings)}.",
        path);

    public static PostureException NotWritten(string path, string reason, Exception? cause = null) =>
        new(ErrorId.ReportNotWritten, $"Report '{path}' was not written: {reason}", path, cause);
}
