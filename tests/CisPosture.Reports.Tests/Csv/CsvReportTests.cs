using System.Globalization;
using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Csv;
using CsvHelper;

namespace CisPosture.Reports.Tests.Csv;

public sealed partial class CsvReportTests
{
    private const string Dangerous = "=+-@\t\r＝＋－＠";

    [Fact]
    public void The_file_begins_with_the_mark_by_which_Excel_knows_UTF_8() =>
        Assert.Equal([0xEF, 0xBB, 0xBF], Support.Reports.Bytes(ReportFormat.Csv, SampleFindings.Of("1.2")).Take(3));

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\rx", "'\rx")]
    [InlineData("  =1", "  '=1")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a,=1", "a,'=1")]
    [InlineData("a\"=1", "a\"'=1")]
    [InlineData("a\n-1", "a\n'-1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\0", @"\u0000")]
    [InlineData("arn:aws:iam::111122223333:user/a=b-c@d+e", "arn:aws:iam::111122223333:user/a=b-c@d+e")]
    [InlineData("", "")]
    public void What_could_begin_a_formula_is_put_behind_an_apostrophe(string text, string expected) => Assert.Equal(expected, CsvText.Harmless(text));

    [Fact]
    public void A_report_of_nothing_is_a_table_without_rows() => Assert.Single(Rows(Support.Reports.Text(ReportFormat.Csv)));

    private static List<string[]> Rows(string text)
    {
        using var parser = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows;
    }
}
