using System.Globalization;

namespace CisPosture.Reports.Csv;

/// <summary>
/// The columns of the table. All but the first bear the names that findings have in PowerShell, so that Import-Csv gives what binds to other
/// cmdlets.
/// </summary>
internal static class CsvColumns
{
    /// <summary>Names and values, in the order of the table.</summary>
    public static readonly IReadOnlyList<(string Name, Func<CisFinding, string?> Value)> All =
    [
        // A spreadsheet makes 1.2 of 1.20; here it is a text.
        ("Control", finding => "CIS " + finding.ControlId),
        (nameof(CisFinding.Status), finding => finding.Status),
        (nameof(CisFinding.Severity), finding => finding.Severity),
        (nameof(CisFinding.Title), finding => finding.Title),
        (nameof(CisFinding.AccountId), finding => finding.AccountId),
        (nameof(CisFinding.Region), finding => finding.Region),
        (nameof(CisFinding.ResourceType), finding => finding.ResourceType),
        (nameof(CisFinding.ResourceId), finding => finding.ResourceId),
        (nameof(CisFinding.ReasonCode), finding => finding.ReasonCode),
        (nameof(CisFinding.Reason), finding => finding.Reason),
        (nameof(CisFinding.Evidence), finding => string.Join("\n", FactText.Lines(finding.Evidence))),
        (nameof(CisFinding.Notes), finding => string.Join("\n", finding.Notes)),
        (nameof(CisFinding.Guidance), finding => finding.Guidance),
        (nameof(CisFinding.RepairCommand), finding => finding.RepairCommand),
        ("SuppressionReason", finding => finding.Suppression?.Reason),
        ("SuppressionOwner", finding => finding.Suppression?.Owner),
        ("SuppressionExpires", finding => finding.Suppression?.Expires),
        ("RepairOutcome", finding => finding.Repair?.Outcome),
        ("RepairReason", finding => finding.Repair?.Reason),
        (nameof(CisFinding.ChangeKind), finding => finding.ChangeKind),
        (nameof(CisFinding.FirstSeen), finding => Time(finding.FirstSeen)),
        (nameof(CisFinding.LastSeen), finding => Time(finding.LastSeen)),
        (nameof(CisFinding.ObservedAt), finding => Time(finding.ObservedAt)),
        (nameof(CisFinding.ConfigRule), finding => finding.ConfigRule),
        (nameof(CisFinding.ControlId), finding => finding.ControlId),
        (nameof(CisFinding.FindingId), finding => finding.FindingId),
    ];

    private static string? Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
