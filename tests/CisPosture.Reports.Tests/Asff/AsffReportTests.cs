using System.Text.Json;
using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;
using CsCheck;

namespace CisPosture.Reports.Tests.Asff;

public sealed class AsffReportTests
{
    [Fact]
    public void Any_findings_keep_to_the_limits_of_the_format() => NastyFindings.Any.List[0, 4].Sample(findings =>
    {
        using var report = JsonDocument.Parse(Support.Reports.Text(ReportFormat.Asff, findings));
        Assert.Equal(findings.Count, report.RootElement.GetArrayLength());
        foreach (var finding in report.RootElement.EnumerateArray())
        {
            Holds(finding, "Title", 256);
            Holds(finding, "Description", 1024);
            Holds(finding, "GeneratorId", 512);
            Holds(finding.GetProperty("Compliance").GetProperty("StatusReasons")[0], "Description", 1024);
            Holds(finding.GetProperty("Compliance").GetProperty("StatusReasons")[0], "ReasonCode", 128);
            Assert.InRange(finding.GetProperty("ProductFields").EnumerateObject().Count(), 1, 50);
            Assert.All(finding.GetProperty("ProductFields").EnumerateObject(), field => Texts(field.Value.GetString()!, 1024));
            Assert.InRange(finding.GetRawText().Length, 1, 240 * 1024);
        }
    }, iter: 50);

    [Fact]
    public void A_file_says_what_BatchImportFindings_asks_for()
    {
        var told = JsonDocument.Parse(Support.Reports.Text(ReportFormat.Asff, SampleFindings.Of("1.5"))).RootElement[0];

        string[] required = ["SchemaVersion", "Id", "ProductArn", "GeneratorId", "AwsAccountId", "CreatedAt", "UpdatedAt", "Title", "Description", "Resources", "Severity", "FindingProviderFields"];
        Assert.All(required, member => Assert.True(told.TryGetProperty(member, out _), $"{member} is missing."));
        Assert.Equal("2018-10-08", told.GetProperty("SchemaVersion").GetString());
        Assert.False(told.TryGetProperty("Note", out _));
    }

    private static void Holds(JsonElement element, string member, int most) => Texts(element.GetProperty(member).GetString()!, most);

    private static void Texts(string text, int most)
    {
        Assert.InRange(text.Length, 1, most);
        Assert.False(string.IsNullOrWhiteSpace(text), "The format refuses texts in which nothing can be read.");
    }
}
