using CisPosture.Reports.Tests.Support;
using CsCheck;

namespace CisPosture.Reports.Tests;

public sealed partial class ReportFormatTests
{
    [Theory]
    [MemberData(nameof(Formats))]
    public void Whatever_texts_findings_have_the_report_is_text_in_UTF_8(ReportFormat format) =>
        NastyFindings.Any.List[0, 4].Sample(findings => Assert.NotEmpty(Support.Reports.Text(format, findings)), iter: 50);

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_findings_give_the_same_bytes(ReportFormat format)
    {
        var findings = NastyFindings.Any.Array[20].Single();
        Assert.Equal(Support.Reports.Bytes(format, findings), Support.Reports.Bytes(format, findings));
    }
}
