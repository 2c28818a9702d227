using System.Globalization;
using CisPosture.Accounts;
using CisPosture.Credentials;
using CsvHelper;

namespace CisPosture.Core.Tests.Credentials;

public sealed partial class CredentialReportParserTests
{
    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
        + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private const string Root =
        "<root_account>,arn:aws:iam::111122223333:root,2019-04-12T18:22:41+00:00,not_supported,2025-11-02T08:15:00+00:00,not_supported,not_supported,true,"
        + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";

    private const string Alice =
        "alice,arn:aws:iam::111122223333:user/alice,2024-01-31T09:00:00+00:00,true,2026-06-01T10:11:12+00:00,2026-02-03T04:05:06+00:00,2026-05-04T04:05:06+00:00,true,"
        + "true,2026-03-01T00:00:00+00:00,2026-06-10T23:59:00+00:00,eu-central-1,s3,false,2025-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,false,N/A";

    private static readonly DateTimeOffset Generated = Utc(2026, 6, 15, 9);

    [Fact]
    public void A_user_row_is_read_with_its_dates_and_both_key_slots()
    {
        var row = Assert.Single(Parse(Header, Alice).Rows);

        Assert.Equal("alice", row.UserName);
        Assert.Equal("arn:aws:iam::111122223333:user/alice", row.Arn);
        Assert.Equal(Utc(2024, 1, 31, 9), row.CreatedTime);
        Assert.True(row.PasswordEnabled);
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 10, 11, 12, TimeSpan.Zero), row.PasswordLastUsed);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero), row.PasswordLastChanged);
        Assert.True(row.MfaActive);
        Assert.Equal(
            [
                new ReportedAccessKey { Slot = 1, IsActive = true, LastRotated = Utc(2026, 3, 1), LastUsed = new(2026, 6, 10, 23, 59, 0, TimeSpan.Zero) },
                new ReportedAccessKey { Slot = 2, IsActive = false, LastRotated = Utc(2025, 1, 1), LastUsed = null },
            ],
            row.AccessKeys);
    }

    [Fact]
    public void The_time_at_which_AWS_made_the_report_is_kept() => Assert.Equal(Generated, Parse(Header, Root).GeneratedTime);

    [Theory]
    [InlineData("not_supported")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("no_information")]
    [InlineData("")]
    public void A_special_value_is_no_date_and_no_flag(string special)
    {
        var row = Assert.Single(Parse(
            Header,
            $"bob,arn:aws:iam::111122223333:user/bob,{special},{special},{special},{special},{special},false,{special},{special},{special},,,{special},{special},{special},,,,,,").Rows);

        Assert.Null(row.CreatedTime);
        Assert.Null(row.PasswordEnabled);
        Assert.Null(row.PasswordLastUsed);
        Assert.Null(row.PasswordLastChanged);
        Assert.Equal([new ReportedAccessKey { Slot = 1 }, new ReportedAccessKey { Slot = 2 }], row.AccessKeys);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("FALSE", false)]
    public void Booleans_are_read_in_any_case(string text, bool expected)
    {
        var row = Assert.Single(Parse(
            Header,
            $"bob,arn:aws:iam::111122223333:user/bob,2024-01-31T09:00:00+00:00,{text},N/A,N/A,N/A,{text},{text},N/A,N/A,N/A,N/A,{text},N/A,N/A,N/A,N/A,{text},N/A,{text},N/A").Rows);

        Assert.Equal(expected, row.PasswordEnabled);
        Assert.Equal(expected, row.MfaActive);
        Assert.All(row.AccessKeys, key => Assert.Equal(expected, key.IsActive));
    }

    [Fact]
    public void The_root_row_may_have_a_real_boolean_for_its_password()
    {
        var row = Assert.Single(Parse(Header, Root.Replace(",not_supported,2025", ",FALSE,2025", StringComparison.Ordinal)).Rows);

        Assert.Equal("<root_account>", row.UserName);
        Assert.False(row.PasswordEnabled);
    }

    [Fact]
    public void A_date_with_another_offset_or_a_Z_names_the_same_instant()
    {
        var rows = Parse(
            Header,
            Alice.Replace("2024-01-31T09:00:00+00:00", "2024-01-31T11:00:00+02:00", StringComparison.Ordinal),
            Alice.Replace("2024-01-31T09:00:00+00:00", "2024-01-31T09:00:00Z", StringComparison.Ordinal)).Rows;

        Assert.All(rows, row => Assert.Equal(Utc(2024, 1, 31, 9), row.CreatedTime));
    }

    [Fact]
    public void Columns_may_come_in_any_order_with_unknown_ones_between()
    {
        var names = Header.Split(',');
        var values = Alice.Split(',');
        var order = Enumerable.Range(0, names.Length).Reverse().ToList();
        var header = "passkey_count," + string.Join(',', order.Select(index => names[index])) + ",additional_credentials_info";
        var line = "3," + string.Join(',', order.Select(index => values[index])) + ",\"{\"\"a\"\":1,\"\"b\"\":2}\"";

        Assert.Equivalent(Parse(Header, Alice), Parse(header, line), strict: true);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var forward = Parse(Header, Root, Alice).Rows;
        var backward = Parse(Header, Alice, Root).Rows;

        Assert.Equivalent(forward, backward.Reverse(), strict: true);
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_endings_are_tolerated()
    {
        var report = CredentialReportParser.Parse($"\uFEFF{Header}\r\n{Root}\r\n{Alice}\r\n", Generated);

        Assert.Equal(["<root_account>", "alice"], report.Rows.Select(row => row.UserName));
    }

    [Fact]
    public void A_report_of_nobody_has_no_rows() => Assert.Empty(Parse(Header).Rows);

    [Theory]
    [InlineData("user")]
    [InlineData("arn")]
    [InlineData("password_enabled")]
    [InlineData("mfa_active")]
    [InlineData("access_key_2_last_used_date")]
    public void A_missing_column_is_named(string column)
    {
        var index = Array.IndexOf(Header.Split(','), column);

        var failure = Assert.Throws<PostureException>(() => Parse(Without(Header, index), Without(Alice, index)));

        Assert.Equal(ErrorId.CredentialReportInvalid, failure.ErrorId);
        Assert.Contains($"has no column {column};", failure.Message, StringComparison.Ordinal);
        Assert.Equal(column, failure.Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("<html>Service Unavailable</html>")]
    public void A_text_that_is_no_report_is_refused(string text)
    {
        var failure = Assert.Throws<PostureException>(() => CredentialReportParser.Parse(text, Generated));

        Assert.Equal(ErrorId.CredentialReportInvalid, failure.ErrorId);
    }

    [Theory]
    [InlineData("2024-01-31T09:00:00+00:00", "yesterday", "user_creation_time")]
    [InlineData("true,2026-06-01", "maybe,2026-06-01", "password_enabled")]
    [InlineData("2026-06-10T23:59:00+00:00", "06/10/2026", "access_key_1_last_used_date")]
    public void A_value_that_cannot_be_read_is_named_with_its_line_and_column(string real, string odd, string column)
    {
        var failure = Assert.Throws<PostureException>(() => Parse(Header, Root, Alice.Replace(real, odd, StringComparison.Ordinal)));

        Assert.Equal(ErrorId.CredentialReportInvalid, failure.ErrorId);
        Assert.Contains("Line 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains(column, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("")]
    public void A_user_of_whom_the_report_does_not_say_whether_MFA_is_active_is_not_taken_for_one_without(string value)
    {
        var failure = Assert.Throws<PostureException>(() =>
            Parse(Header, Alice.Replace(",2026-05-04T04:05:06+00:00,true,", $",2026-05-04T04:05:06+00:00,{value},", StringComparison.Ordinal)));

        Assert.Contains("mfa_active", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alice,arn:aws:iam::111122223333:user/alice,2024-01-31T09:00:00+00:00,true")]
    [InlineData("al\"ice,arn:aws:iam::111122223333:user/alice,2024-01-31T09:00:00+00:00,true")]
    public void A_line_that_is_cut_short_or_not_CSV_is_refused(string line)
    {
        var failure = Assert.Throws<PostureException>(() => Parse(Header, Root, line));

        Assert.Equal(ErrorId.CredentialReportInvalid, failure.ErrorId);
        Assert.Contains("Line 3", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smith, alice")]
    [InlineData("o\"neil")]
    [InlineData("a+b=c,d.e@f_g-h")]
    [InlineData(" padded ")]
    public void Names_with_commas_quotes_and_signs_are_read_whole(string name) =>
        Assert.Equal(name, Assert.Single(Parse(Header, $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{Alice["alice".Length..]}").Rows).UserName);

    private static string Written(string[] names)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            WriteLine(writer, Header.Split(','));
            foreach (var name in names)
            {
                WriteLine(writer, [name, .. Alice.Split(',').Skip(1)]);
            }
        }

        return text.ToString();
    }

    private static void WriteLine(CsvWriter writer, string[] fields)
    {
        foreach (var field in fields)
        {
            writer.WriteField(field);
        }

        writer.NextRecord();
    }

    private static CredentialReport Parse(params string[] lines) => CredentialReportParser.Parse(string.Join('\n', lines) + "\n", Generated);

    private static string Without(string line, int index) => string.Join(',', line.Split(',').Where((_, at) => at != index));

    private static DateTimeOffset Utc(int year, int month, int day, int hour = 0) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
