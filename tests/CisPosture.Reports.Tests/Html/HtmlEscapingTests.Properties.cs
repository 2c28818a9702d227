using CisPosture.Reports.Tests.Support;
using CsCheck;

namespace CisPosture.Reports.Tests.Html;

public sealed partial class HtmlEscapingTests
{
    [Fact]
    public void No_text_of_a_finding_becomes_markup() => NastyFindings.Any.Array[1, 4].Sample(findings =>
    {
        var titled = Support.Reports.Of(findings) with { Title = findings[0].Reason };
        var harmless = Support.Reports.Of(findings.Select(Harmless)) with { Title = "x" };
        Assert.Equal(ParsedPage.Of(harmless).Skeleton, ParsedPage.Of(titled).Skeleton);
    }, iter: 60);
}
