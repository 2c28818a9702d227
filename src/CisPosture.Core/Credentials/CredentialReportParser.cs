using System.Globalization;
using CisPosture.Accounts;
using CisPosture.Tables;

namespace CisPosture.Credentials;

/// <summary>Reads the CSV of an IAM credential report, by the names in its header line.</summary>
public static class CredentialReportParser
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    private static readonly string[] RequiredColumns =
    [
        "user", "arn", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed", "mfa_active",
        "access_key_1_active", "access_key_1_last_rotated", "access_key_1_last_used_date",
        "access_key_2_active", "access_key_2_last_rotated", "access_key_2_last_used_date",
    ];

    /// <summary>Reads a report.</summary>
    /// <param name="csv">The report's text; a byte order mark, either line ending, any order of rows and unknown columns are tolerated.</param>
    /// <param name="generatedTime">When AWS made the report.</param>
    /// <returns>The report, root's row among the rows.</returns>
    /// <exception cref="PostureException">A column is missing, or a value is of a form that credential reports do not have.</exception>
    public static CredentialReport Parse(string csv, DateTimeOffset generatedTime)
    {
        using var table = new CsvTable(csv.TrimStart('\uFEFF'));
        try
        {
            CheckColumns(table.ReadColumns());
            return new CredentialReport { GeneratedTime = generatedTime, Rows = ReadRows(table) };
        }
        catch (FormatException exception)
        {
            throw new PostureException(
                ErrorId.CredentialReportInvalid,
                $"Line {table.Line} of the IAM credential report is not well-formed CSV; generate the report again.",
                innerException: exception);
        }
    }

    private static void CheckColumns(IReadOnlyList<string> columns)
    {
        var present = new HashSet<string>(columns, StringComparer.OrdinalIgnoreCase);
        var missing = RequiredColumns.Where(column => !present.Contains(column)).ToList();
        if (missing.Count > 0)
        {
            throw new PostureException(
                ErrorId.CredentialReportInvalid,
                $"The IAM credential report has no column {string.Join(", ", missing)}; generate the report again.",
                missing[0]);
        }
    }

    private static List<CredentialReportRow> ReadRows(CsvTable table)
    {
        var rows = new List<CredentialReportRow>();
        while (table.ReadRow())
        {
            rows.Add(ReadRow(table));
        }

        return rows;
    }

    private static CredentialReportRow ReadRow(CsvTable table) => new()
    {
        UserName = table.Text("user"),
        Arn = table.Text("arn"),
        CreatedTime = Date(table, "user_creation_time"),
        PasswordEnabled = Flag(table, "password_enabled"),
        PasswordLastUsed = Date(table, "password_last_used"),
        PasswordLastChanged = Date(table, "password_last_changed"),
        MfaActive = Flag(table, "mfa_active") ?? throw Unreadable(table, "mfa_active"),
        AccessKeys = [ReadKey(table, 1), ReadKey(table, 2)],
    };

    private static ReportedAccessKey ReadKey(CsvTable table, int slot) => new()
    {
        Slot = slot,
        IsActive = Flag(table, $"access_key_{slot}_active") ?? false,
        LastRotated = Date(table, $"access_key_{slot}_last_rotated"),
        LastUsed = Date(table, $"access_key_{slot}_last_used_date"),
    };

    private static bool? Flag(CsvTable table, string column)
    {
        var text = table.Text(column);
        return IsSpecial(text) ? null : bool.TryParse(text, out var flag) ? flag : throw Unreadable(table, column);
    }

    private static DateTimeOffset? Date(CsvTable table, string column)
    {
        const DateTimeStyles InUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var text = table.Text(column).Trim();
        return IsSpecial(text)
            ? null
            : DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, InUtc, out var date) ? date : throw Unreadable(table, column);
    }

    private static bool IsSpecial(string text) => text.Trim().ToUpperInvariant() is "" or "N/A" or "NO_INFORMATION" or "NOT_SUPPORTED";

    private static PostureException Unreadable(CsvTable table, string column) => new(
        ErrorId.CredentialReportInvalid,
        $"Line {table.Line} of the IAM credential report has '{table.Text(column)}' in column {column}; generate the report again.",
        column);
}
