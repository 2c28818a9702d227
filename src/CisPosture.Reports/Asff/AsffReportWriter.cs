using System.Text.Json;
using CisPosture.SecurityHub;

namespace CisPosture.Reports.Asff;

/// <summary>Writes findings in the AWS Security Finding Format: a list as BatchImportFindings takes it, a hundred at a time.</summary>
internal sealed class AsffReportWriter : IReportWriter
{
    public ReportFormat Format => ReportFormat.Asff;

    public void Write(Report report, Stream to)
    {
        using var json = new Utf8JsonWriter(to, JsonOutput.Indented);
        json.WriteStartArray();
        foreach (var finding in report.Findings)
        {
            JsonSerializer.Serialize(json, AsffImport.Of(finding), AsffFormat.Options);
            json.FlushSome();
        }

        json.WriteEndArray();
    }
}
