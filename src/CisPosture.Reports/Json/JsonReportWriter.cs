using CisPosture.Findings;

namespace CisPosture.Reports.Json;

/// <summary>The findings as they are, to be read back by Get-CisFinding.</summary>
internal sealed class JsonReportWriter : IReportWriter
{
    public ReportFormat Format => ReportFormat.Json;

    public void Write(Report report, Stream to) => FindingFile.Write(to, report.Findings, isIndented: true);
}
