using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;

namespace CisPosture.Views;

/// <summary>The cells of the view of scans.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScanCells
{
    private const int MostNamed = 2;

    /// <summary>When a scan was saved, by the clock of whoever looks.</summary>
    /// <param name="scan">The scan.</param>
    /// <returns>The day and the minute.</returns>
    public static string SavedAt(PSObject scan) => Value(scan, nameof(CisScan.SavedAt)) switch
    {
        DateTimeOffset time => time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        { } text => text.ToString(),
        _ => string.Empty,
    };

    /// <summary>The accounts of a scan, as far as there is room.</summary>
    /// <param name="scan">The scan.</param>
    /// <returns>The first of them, and how many there are.</returns>
    public static string Accounts(PSObject scan)
    {
        var accounts = Value(scan, nameof(CisScan.AccountIds)) is IEnumerable list and not string ? list.Cast<object>().Select(account => account.ToString()).ToList() : [];
        return accounts.Count > MostNamed ? FormattableString.Invariant($"{accounts[0]} and {accounts.Count - 1} more") : string.Join(", ", accounts);
    }

    private static object? Value(PSObject scan, string member) => scan.Properties[member]?.Value is { } value ? PSObject.AsPSObject(value).BaseObject : null;
}
