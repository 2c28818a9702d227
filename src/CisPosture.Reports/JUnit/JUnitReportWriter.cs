using System.Globalization;
using System.Text;
using System.Xml;

namespace CisPosture.Reports.JUnit;

/// <summary>The XML of JUnit, which build servers read: a suite for each control, account and Region, a test case for each finding.</summary>
internal sealed class JUnitReportWriter : IReportWriter
{
    private static readonly XmlWriterSettings Form = new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false, NewLineHandling = NewLineHandling.Entitize };

    public ReportFormat Format => ReportFormat.JUnit;

    public void Write(Report report, Stream to)
    {
        var suites = JUnitSuite.Of(report.Findings);
        using var xml = XmlWriter.Create(to, Form);
        xml.WriteStartElement("testsuites");
        WriteText(xml, "name", report.Title);
        WriteNumber(xml, "tests", suites.Sum(suite => suite.Findings.Count));
        WriteNumber(xml, "failures", suites.Sum(suite => suite.Failures));
        WriteNumber(xml, "errors", suites.Sum(suite => suite.Errors));
        WriteText(xml, "time", "0");
        for (var number = 0; number < suites.Count; number++)
        {
            WriteSuite(xml, suites[number], number, report);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite, int number, Report report)
    {
        xml.WriteStartElement("testsuite");
        WriteNumber(xml, "id", number);
        WriteText(xml, "name", $"CIS {suite.ControlId} {suite.AccountId} {suite.Region}");
        WriteText(xml, "package", suite.Package);
        WriteText(xml, "hostname", suite.AccountId);
        WriteText(xml, "timestamp", suite.ObservedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        WriteNumber(xml, "tests", suite.Findings.Count);
        WriteNumber(xml, "failures", suite.Failures);
        WriteNumber(xml, "errors", suite.Errors);
        WriteNumber(xml, "skipped", suite.Skipped);
        WriteText(xml, "time", "0");
        WriteProperties(xml, suite, report);
        foreach (var finding in suite.Findings)
        {
            WriteCase(xml, suite, finding);
        }

        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, JUnitSuite suite, Report report)
    {
        xml.WriteStartElement("properties");
        WriteProperty(xml, "title", suite.Title);
        WriteProperty(xml, "severity", suite.Severity);
        WriteProperty(xml, "benchmark", ReportedControl.Benchmark);
        WriteProperty(xml, "moduleVersion", report.ModuleVersion);
        xml.WriteEndElement();
    }

    private static void WriteProperty(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        WriteText(xml, "name", name);
        WriteText(xml, "value", value);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JUnitSuite suite, CisFinding finding)
    {
        xml.WriteStartElement("testcase");
        WriteText(xml, "name", finding.ResourceId);
        WriteText(xml, "classname", suite.Package);
        WriteText(xml, "time", "0");
        switch (FindingOutcomes.Of(finding))
        {
            case FindingOutcome.Failed:
                WriteResult(xml, "failure", finding.ReasonCode, finding.Reason, Details(finding));
                break;
            case FindingOutcome.Undecided:
                WriteResult(xml, "error", finding.ReasonCode, $"{finding.Status}: {finding.Reason}", Details(finding));
                break;
            case FindingOutcome.Accepted:
                WriteResult(xml, "skipped", type: null, $"Suppressed, though {finding.Status}: {finding.Suppression}", details: null);
                break;
            case FindingOutcome.NotApplicable:
                WriteResult(xml, "skipped", type: null, finding.Reason, details: null);
                break;
        }

        xml.WriteEndElement();
    }

    private static void WriteResult(XmlWriter xml, string element, string? type, string message, string? details)
    {
        xml.WriteStartElement(element);
        WriteText(xml, "message", message);
        if (type is not null)
        {
            WriteText(xml, "type", type);
        }

        if (details is not null)
        {
            xml.WriteString(VisibleText.Of(details));
        }

        xml.WriteEndElement();
    }

    private static string Details(CisFinding finding) =>
        string.Join("\n", new[] { finding.Reason }.Concat(FactText.Lines(finding.Evidence)).Concat(finding.Notes).Concat([finding.Guidance]).Where(line => line.Length > 0));

    private static void WriteNumber(XmlWriter xml, string name, int number) => xml.WriteAttributeString(name, number.ToString(CultureInfo.InvariantCulture));

    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteAttributeString(name, VisibleText.Of(text));
}
