using System.Text;

namespace CisPosture.Reports.Html;

/// <summary>
/// Writes a report as one web page that needs nothing else: no server, no network, and on paper or where scripts are off, no script. The page
/// itself says so to the browser, which then runs and loads only what the writer put there.
/// </summary>
internal sealed class HtmlReportWriter : IReportWriter
{
    private const int BufferSize = 64 * 1024;

    public ReportFormat Format => ReportFormat.Html;

    public void Write(Report report, Stream to)
    {
        // Without a byte order mark: the page names its encoding, and some mail programs show the mark.
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true);
        PageTemplate.Render(ReportPage.Of(report), new FindingBlocks(report.Findings), writer);
    }
}
