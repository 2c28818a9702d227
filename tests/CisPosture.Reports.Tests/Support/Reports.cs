using System.Text;

namespace CisPosture.Reports.Tests.Support;

/// <summary>Makes reports of findings, and writes them.</summary>
internal static class Reports
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 30, 0, TimeSpan.Zero);

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Report Of(params IEnumerable<CisFinding> findings)
    {
        var builder = new ReportBuilder();
        foreach (var finding in findings)
        {
            builder.Add(finding);
        }

        return builder.Build(title: null, Now, []);
    }

    public static byte[] Bytes(ReportFormat format, Report report)
    {
        using var stream = new MemoryStream();
        new ReportGateway().Writer(format).Write(report, stream);
        Assert.True(stream.CanWrite, "The writer must leave the stream open.");
        return stream.ToArray();
    }

    public static byte[] Bytes(ReportFormat format, params IEnumerable<CisFinding> findings) => Bytes(format, Of(findings));

    /// <summary>The text of a report, whose bytes must be UTF-8.</summary>
    public static string Text(ReportFormat format, Report report) => Utf8.GetString(Bytes(format, report));

    public static string Text(ReportFormat format, params IEnumerable<CisFinding> findings) => Text(format, Of(findings));
}
