using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CisPosture.Reports.Csv;

/// <summary>A table with a row a finding, as RFC 4180 and Excel have it.</summary>
internal sealed class CsvReportWriter : IReportWriter
{
    // Excel takes a file for one in the codes of the reader's country, unless it begins so.
    private static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    // All fields in quotes: the library would leave out those with a lone line feed.
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = _ => true };

    public ReportFormat Format => ReportFormat.Csv;

    public void Write(Report report, Stream to)
    {
        using var text = new StreamWriter(to, Utf8WithMark, 16 * 1024, leaveOpen: true);
        using var table = new CsvWriter(text, Form);
        WriteRow(table, CsvColumns.All.Select(column => column.Name));
        foreach (var finding in report.Findings)
        {
            WriteRow(table, CsvColumns.All.Select(column => column.Value(finding)));
        }
    }

    private static void WriteRow(CsvWriter table, IEnumerable<string?> fields)
    {
        foreach (var field in fields)
        {
            table.WriteField(CsvText.Harmless(field ?? string.Empty));
        }

        table.NextRecord();
    }
}
