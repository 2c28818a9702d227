using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Tests.Support;

namespace CisPosture.Reports.Tests;

/// <summary>What holds of every format.</summary>
public sealed partial class ReportFormatTests
{
    private const int Many = 50_000;

    public static TheoryData<ReportFormat> Formats => [.. Enum.GetValues<ReportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_has_a_writer_of_its_own(ReportFormat format) =>
        Assert.Equal(format, new ReportGateway().Writer(format).Format);

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_writer_stops_where_the_reading_of_findings_is_stopped(ReportFormat format)
    {
        using var stopping = new CancellationTokenSource();
        var report = Support.Reports.Of(Enumerable.Range(0, 100).Select(Numbered));
        var followed = report with { Findings = new FollowedFindings(report.Findings, read => Stop(stopping, read), stopping.Token) };
        Assert.Throws<OperationCanceledException>(() => Support.Reports.Bytes(format, followed));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Fifty_thousand_findings_are_written_as_they_are_read(ReportFormat format)
    {
        var report = Support.Reports.Of(Enumerable.Range(0, Many).Select(Numbered));
        using var counted = new CountingStream();
        new ReportGateway().Writer(format).Write(report, counted);
        Assert.InRange(counted.Length, Many, long.MaxValue);
        Assert.True(counted.LargestWrite < counted.Length / 10, $"{format} wrote {counted.LargestWrite} of {counted.Length} bytes at once, so it held most of the report in memory. Write as findings are read.");
    }

    private static CisFinding Numbered(int number) =>
        SampleFindings.Of(number % 2 == 0 ? "4.1" : "1.2", number % 3 == 0 ? "Passed" : "Failed", $"arn:aws:ec2:eu-west-1:111122223333:security-group/sg-{number}");

    private static void Stop(CancellationTokenSource stopping, int read)
    {
        if (read == 10)
        {
            stopping.Cancel();
        }
    }
}
