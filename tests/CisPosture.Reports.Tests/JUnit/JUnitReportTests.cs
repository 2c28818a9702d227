using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CisPosture.Core.Tests.Findings;

namespace CisPosture.Reports.Tests.JUnit;

public sealed partial class JUnitReportTests
{
    private static readonly XmlSchemaSet Schema = ReadSchema();

    [Theory]
    [InlineData("Passed", ReasonCode.Compliant, null)]
    [InlineData("Failed", ReasonCode.NonCompliant, "failure")]
    [InlineData("Warning", ReasonCode.LogGroupCrossAccount, "error")]
    [InlineData("NotAvailable", ReasonCode.AccessDenied, "error")]
    [InlineData("NotAvailable", ReasonCode.ControlNotSupportedInRegion, "skipped")]
    public void Missing_evidence_is_an_error_and_never_looks_passed(string status, string reasonCode, string? element)
    {
        var suite = Assert.Single(Read([SampleFindings.Of("1.2", status) with { ReasonCode = reasonCode }]).Elements());
        Assert.Equal(element, Assert.Single(suite.Elements("testcase")).Elements().SingleOrDefault()?.Name.LocalName);
        Assert.Equal(element == "error" ? "1" : "0", Attribute(suite, "errors"));
        Assert.Equal(element == "failure" ? "1" : "0", Attribute(suite, "failures"));
        Assert.Equal(element == "skipped" ? "1" : "0", Attribute(suite, "skipped"));
    }

    [Fact]
    public void What_is_suppressed_is_skipped_with_the_reason()
    {
        var suppression = new CisSuppression { Reason = "Bastion.", Owner = "net", Expires = "2026-12-31", Path = "rules.yaml", Line = 3 };
        var skipped = Read([SampleFindings.Of("4.1") with { Suppression = suppression }]).Descendants("skipped").Single();
        Assert.Equal("Suppressed, though Failed: Bastion. (net, until 2026-12-31)", Attribute(skipped, "message"));
    }

    [Fact]
    public void Each_control_account_and_Region_is_a_suite_and_counts_add_up()
    {
        var root = Read(
        [
            SampleFindings.Of("4.1", resourceId: "a"),
            SampleFindings.Of("4.1", resourceId: "b", region: "eu-west-1"),
            SampleFindings.Of("4.1", "Passed", "c"),
            SampleFindings.Of("1.2", "NotAvailable", accountId: "999999999999"),
        ]);
        Assert.Equal(["CIS 4.1 111122223333 us-east-1", "CIS 4.1 111122223333 eu-west-1", "CIS 1.2 999999999999 us-east-1"], root.Elements().Select(suite => Attribute(suite, "name")));
        Assert.Equal(["a", "c"], root.Elements().First().Elements("testcase").Select(test => Attribute(test, "name")));
        Assert.Equal("cis-aws-foundations.4-1", Attribute(root.Descendants("testcase").First(), "classname"));
        Assert.Equal(("4", "2", "1"), (Attribute(root, "tests"), Attribute(root, "failures"), Attribute(root, "errors")));
        Assert.Equal("2026-06-15T12:00:00", Attribute(root.Elements().First(), "timestamp"));
    }

    [Fact]
    public void A_failure_tells_reason_facts_and_guidance()
    {
        var failure = Read([SampleFindings.Of("1.2") with { Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Count"] = 2 }, Notes = ["A note."] }]).Descendants("failure").Single();
        Assert.Equal("A reason.\nCount: 2\nA note.\nMend it.", failure.Value);
        Assert.Equal((ReasonCode.NonCompliant, "A reason."), (Attribute(failure, "type"), Attribute(failure, "message")));
    }

    [Fact]
    public void What_XML_cannot_hold_is_written_out_and_line_breaks_stay()
    {
        var name = Attribute(Read([SampleFindings.Of("1.2", resourceId: "a\0b\uD800\r\nc\u0085😀")]).Descendants("testcase").Single(), "name");
        Assert.Equal("a\\u0000b\\uD800\r\nc\\u0085😀", name);
    }

    private static XElement Read(IEnumerable<CisFinding> findings)
    {
        var settings = new XmlReaderSettings { Schemas = Schema, ValidationType = ValidationType.Schema, DtdProcessing = DtdProcessing.Prohibit };
        settings.ValidationEventHandler += (_, problem) => Assert.Fail(problem.Message);
        using var reader = XmlReader.Create(new MemoryStream(Support.Reports.Bytes(ReportFormat.JUnit, findings)), settings);
        return XDocument.Load(reader).Root!;
    }

    private static XmlSchemaSet ReadSchema()
    {
        using var stream = typeof(JUnitReportTests).Assembly.GetManifestResourceStream("junit.xsd")!;
        using var reader = XmlReader.Create(stream);
        var schemas = new XmlSchemaSet();
        schemas.Add(targetNamespace: null, reader);
        schemas.Compile();
        return schemas;
    }

    private static string Attribute(XElement element, string name) => element.Attribute(name)!.Value;
}
