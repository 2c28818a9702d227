using System.Globalization;

namespace CisPosture.Reports.Html;

/// <summary>Counts in words.</summary>
internal static class CountText
{
    /// <summary>A number as people read it: 12,345.</summary>
    public static string Of(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and its noun: 1 finding, 12,345 findings.</summary>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{Of(count)} {noun}s";

    /// <summary>Several numbers: 12 passed, 3 failed; those of which there are none are left out.</summary>
    public static string Of(params (int Count, string Name)[] counts) => string.Join(", ", counts.Where(row => row.Count > 0).Select(row => $"{Of(row.Count)} {row.Name}"));
}
