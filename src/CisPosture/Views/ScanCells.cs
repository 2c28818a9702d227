using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>The cells of the view of scans.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScanCells
{
    private static readonly (string Member, string Word)[] Changes =
    [
        (nameof(CisScan.NewCount), "new"), (nameof(CisScan.ReopenedCount), "reopened"), (nameof(CisScan.ResolvedCount), "resolved"), (nameof(CisScan.ChangedCount), "changed"),
    ];

    /// <summary>The accounts of a scan, as far as there is room.</summary>
    /// <param name="scan">The scan.</param>
    /// <returns>The first of them, and how many more there are.</returns>
    public static string Accounts(PSObject scan)
    {
        var accounts = Members.Texts(scan, nameof(CisScan.AccountIds)).ToList();
        return accounts.Count > 1 ? FormattableString.Invariant($"{accounts[0]}\nand {accounts.Count - 1} more") : string.Concat(accounts);
    }

    /// <summary>What is different from before.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the other columns take, in characters.</param>
    /// <returns>A text such as "2 new, 1 resolved", in lines that fit.</returns>
    public static string Changed(PSObject scan, PSHost? host, int beside) => Counts.Words(scan, Changes, "none", host, beside);
}
