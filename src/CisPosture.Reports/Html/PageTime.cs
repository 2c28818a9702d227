using System.Globalization;

namespace CisPosture.Reports.Html;

/// <summary>Points in time as the page shows them: in UTC, because whoever reads it may be anywhere.</summary>
internal static class PageTime
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A span: one time where both are the same to the minute.</summary>
    public static string Of(DateTimeOffset from, DateTimeOffset to) =>
        Of(from) == Of(to) ? Of(to)
        : DayOf(from) == DayOf(to) ? $"{from.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} – {to.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture)}"
        : $"{Of(from)} – {Of(to)}";
}
