using System.Globalization;
using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;
using CsCheck;

namespace CisPosture.Reports.Tests.Csv;

public sealed partial class CsvReportTests
{
    [Fact]
    public void No_cell_of_any_findings_begins_a_formula_whatever_separates_cells() => NastyFindings.Any.List[1, 3].Sample(findings =>
    {
        var rows = Rows(Support.Reports.Text(ReportFormat.Csv, findings));
        Assert.Equal(findings.Count + 1, rows.Count);
        foreach (var cell in rows.SelectMany(row => row).SelectMany(cell => cell.Split([',', ';', '|', '"', '\t', '\n', '\r'])))
        {
            Assert.DoesNotContain(cell.TrimStart().FirstOrDefault(' '), Dangerous);
        }
    }, iter: 200);

    [Fact]
    public void Harmless_texts_are_told_as_they_are() => SampleFindings.Any.Sample(finding =>
    {
        var harmless = finding with { Reason = "Line 1\nline 2, with \"quotes\"; and more", Notes = ["One.", "Two."] };
        var rows = Rows(Support.Reports.Text(ReportFormat.Csv, harmless));
        var row = rows[0].Zip(rows[1]).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        Assert.Equal(harmless.Reason, row["Reason"]);
        Assert.Equal("One.\nTwo.", row["Notes"]);
        Assert.Equal(harmless.ControlId, row["ControlId"]);
        Assert.Equal("CIS " + harmless.ControlId, row["Control"]);
        Assert.Equal(harmless.FindingId, row["FindingId"]);
        Assert.Equal(harmless.ObservedAt, DateTimeOffset.Parse(row["ObservedAt"], CultureInfo.InvariantCulture));
    }, iter: 50);
}
