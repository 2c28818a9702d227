using System.Globalization;

namespace CisPosture.Suppressions;

/// <summary>When a rule ends: never, after a whole day in UTC, or at a point in time.</summary>
internal sealed class SuppressionExpiry
{
    private const string DayFormat = "yyyy-MM-dd";
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private SuppressionExpiry(string text, DateTimeOffset? end)
    {
        Text = text;
        End = end;
    }

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>The first moment at which the rule no longer holds; null for never.</summary>
    public DateTimeOffset? End { get; }

    /// <summary>Reads an end.</summary>
    /// <param name="text">"never", a date such as 2026-12-31, or a time with its offset from UTC.</param>
    /// <returns>The end; null where the text is none.</returns>
    public static SuppressionExpiry? Parse(string text)
    {
        var trimmed = text.Trim();
        if (string.Equals(trimmed, CisSuppression.Never, StringComparison.OrdinalIgnoreCase))
        {
            return new SuppressionExpiry(CisSuppression.Never, end: null);
        }

        if (DateTime.TryParseExact(trimmed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.Date < DateTime.MaxValue.Date ? new SuppressionExpiry(trimmed, new DateTimeOffset(day.AddDays(1), TimeSpan.Zero)) : null;
        }

        return HasOffset(trimmed) && DateTimeOffset.TryParseExact(trimmed, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new SuppressionExpiry(trimmed, time)
            : null;
    }

    /// <summary>Whether it is over.</summary>
    public bool IsOver(DateTimeOffset now) => End <= now;

    // Without an offset the end would depend on the machine that reads the file.
    private static bool HasOffset(string text) =>
        text.EndsWith("Z", StringComparison.Ordinal) || (text.Length > DayFormat.Length && text.IndexOfAny(['+', '-'], DayFormat.Length) > 0);
}
