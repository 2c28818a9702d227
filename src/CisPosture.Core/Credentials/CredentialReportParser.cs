using System.Globalization;
using CisPosture.Accounts;
using CsvHelper;
using CsvHelper.Configuration;

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
        using var reader = new CsvReader(new StringReader(csv.TrimStart('\uFEFF')), Format());
        try
        {
            ReadHeader(reader);
            return new CredentialReport { GeneratedTime = generatedTime, Rows = ReadRows(reader) };
        }
        catch (CsvHelperException exception)
        {
            throw new PostureException(
                ErrorId.CredentialReportInvalid,
                $"Line {reader.Parser.RawRow} of the IAM credential report is not well-formed CSV; generate the report again.",
                innerException: exception);
        }
    }

    private static CsvConfiguration Format() => new(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
    };

    private static void ReadHeader(CsvReader reader)
    {
        if (reader.Read())
        {
            reader.ReadHeader();
        }

        var present = new HashSet<string>((reader.HeaderRecord ?? []).Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);
        var missing = RequiredColumns.Where(column => !present.Contains(column)).ToList();
        if (missing.Count > 0)
        {
            throw new PostureException(
                ErrorId.CredentialReportInvalid,
                $"The IAM credential report has no column {string.Join(", ", missing)}; generate the report again.",
                missing[0]);
        }
    }

    private static List<CredentialReportRow> ReadRows(CsvReader reader)
    {
        var rows = new List<CredentialReportRow>();
        while (reader.Read())
        {
            rows.Add(ReadRow(reader));
        }

        return rows;
    }

    private static CredentialReportRow ReadRow(CsvReader reader) => new()
    {
        UserName = Text(reader, "user"),
        Arn = Text(reader, "arn"),
        CreatedTime = Date(reader, "user_creation_time"),
        PasswordEnabled = Flag(reader, "password_enabled"),
        PasswordLastUsed = Date(reader, "password_last_used"),
        PasswordLastChanged = Date(reader, "password_last_changed"),
        MfaActive = Flag(reader, "mfa_active") ?? throw Unreadable(reader, "mfa_active"),
        AccessKeys = [ReadKey(reader, 1), ReadKey(reader, 2)],
    };

    private static ReportedAccessKey ReadKey(CsvReader reader, int slot) => new()
    {
        Slot = slot,
        IsActive = Flag(reader, $"access_key_{slot}_active") ?? false,
        LastRotated = Date(reader, $"access_key_{slot}_last_rotated"),
        LastUsed = Date(reader, $"access_key_{slot}_last_used_date"),
    };

    private static string Text(CsvReader reader, string column) => reader.GetField(column) ?? string.Empty;

    private static bool? Flag(CsvReader reader, string column)
    {
        var text = Text(reader, column);
        return IsSpecial(text) ? null : bool.TryParse(text, out var flag) ? flag : throw Unreadable(reader, column);
    }

    private static DateTimeOffset? Date(CsvReader reader, string column)
    {
        const DateTimeStyles InUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var text = Text(reader, column).Trim();
        return IsSpecial(text)
            ? null
            : DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, InUtc, out var date) ? date : throw Unreadable(reader, column);
    }

    private static bool IsSpecial(string text) => text.Trim().ToUpperInvariant() is "" or "N/A" or "NO_INFORMATION" or "NOT_SUPPORTED";

    private static PostureException Unreadable(CsvReader reader, string column) => new(
        ErrorId.CredentialReportInvalid,
        $"Line {reader.Parser.RawRow} of the IAM credential report has '{Text(reader, column)}' in column {column}; generate the report again.",
        column);
}
