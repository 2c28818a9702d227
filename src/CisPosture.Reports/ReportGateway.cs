using CisPosture.Reports.Asff;
using CisPosture.Reports.Csv;
using CisPosture.Reports.Html;
using CisPosture.Reports.Json;
using CisPosture.Reports.JUnit;
using CisPosture.Reports.Markdown;
using CisPosture.Reports.Ocsf;
using CisPosture.Reports.Sarif;
using CisPosture.Reports.SuppressionTemplates;

namespace CisPosture.Reports;

/// <summary>The writers, one a format.</summary>
internal sealed class ReportGateway : IReportGateway
{
    private static readonly IReportWriter[] Writers =
    [
        new JsonReportWriter(),
        new CsvReportWriter(),
        new MarkdownReportWriter(),
        new SarifReportWriter(),
        new JUnitReportWriter(),
        new OcsfReportWriter(),
        new AsffReportWriter(),
        new SuppressionTemplateWriter(),
        new HtmlReportWriter(),
    ];

    public IReportWriter Writer(ReportFormat format) => Writers.Single(writer => writer.Format == format);
}
