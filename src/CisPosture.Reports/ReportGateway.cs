using CisPosture.Reports.Csv;
using CisPosture.Reports.Html;
using CisPosture.Reports.Json;

namespace CisPosture.Reports;

/// <summary>The writers, one a format.</summary>
internal sealed class ReportGateway : IReportGateway
{
    private static readonly IReportWriter[] Writers =
    [
        new JsonReportWriter(),
        new CsvReportWriter(),
        new HtmlReportWriter(),
    ];

    public IReportWriter Writer(ReportFormat format) => Writers.Single(writer => writer.Format == format);
}
