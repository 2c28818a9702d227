using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;

namespace CisPosture.Reports.Tests;

public sealed class ReportBuilderTests
{
    [Fact]
    public void A_report_tells_what_its_findings_are_of()
    {
        var early = SampleFindings.Of("4.1", region: "us-east-1") with { ObservedAt = SampleFindings.Now.AddHours(-1) };
        var report = Support.Reports.Of(SampleFindings.Of("1.2", region: "eu-west-1", accountId: "999999999999"), early, SampleFindings.Of("1.5", "Passed"));
        Assert.Equal(["111122223333", "999999999999"], report.AccountIds);
        Assert.Equal(["eu-west-1", "us-east-1"], report.Regions);
        Assert.Equal((early.ObservedAt, SampleFindings.Now), (report.ObservedFrom!.Value, report.ObservedTo!.Value));
        Assert.Equal((3, 1, 2), (report.Summary.ControlCount, report.Summary.PassedControls, report.AccountSummaries.Count));
        Assert.Equal("CIS AWS Foundations Benchmark 1.2.0", report.Title);
    }

    [Fact]
    public void The_trend_is_of_scans_of_the_same_accounts_that_had_at_least_the_same_controls()
    {
        var builder = new ReportBuilder();
        builder.Add(SampleFindings.Of("1.2"));
        builder.Add(SampleFindings.Of("4.1"));
        var report = builder.Build(
            "Title",
            Support.Reports.Now,
            [
                SampleScans.Of(3, "111122223333", "1.2", "4.1"),
                SampleScans.Of(2, "111122223333", "1.2"),
                SampleScans.Of(4, "999999999999", "1.2", "4.1"),
                SampleScans.Of(1, "111122223333", "1.2", "1.20", "4.1"),
            ]);
        Assert.Equal([1, 3], report.Trend.Select(scan => scan.ScanId));
    }
}
