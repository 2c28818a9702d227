namespace CisPosture.Reports;

/// <summary>
/// Writes reports of one format. Texts of findings come from AWS, where others chose them: a writer lets none of them mean anything in its
/// format. It reads no clock, and nothing of the machine; what it has to tell stands in the report.
/// </summary>
public interface IReportWriter
{
    /// <summary>The format.</summary>
    ReportFormat Format { get; }

    /// <summary>Writes a report as its findings are read, so that a large one is not held in memory as text.</summary>
    /// <param name="report">The report. Reading its findings is what tells of progress and what ends where the user has enough.</param>
    /// <param name="to">Where to; stays open. The encoding is the writer's choice.</param>
    void Write(Report report, Stream to);
}
