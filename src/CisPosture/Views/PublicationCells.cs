using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>The cells of the view of what was published.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PublicationCells
{
    private static readonly (string Member, string Word)[] Results =
    [
        (nameof(CisPublication.Imported), "imported"), (nameof(CisPublication.Updated), "updated"), (nameof(CisPublication.Unchanged), "unchanged"),
        (nameof(CisPublication.Suppressed), "suppressed"), (nameof(CisPublication.Unsuppressed), "unsuppressed"), (nameof(CisPublication.Resolved), "resolved"),
    ];

    /// <summary>What became of the findings that Security Hub took.</summary>
    /// <param name="publication">What was published into the hub of a Region.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the other columns take, in characters.</param>
    /// <returns>A text such as "12 imported, 1 resolved", in lines that fit.</returns>
    public static string Done(PSObject publication, PSHost? host, int beside) => Counts.Words(publication, Results, "nothing", host, beside);
}
