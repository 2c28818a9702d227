namespace CisPosture.Reports.Ocsf;

/// <summary>The normalized numbers of OCSF, each with the caption that belongs to it.</summary>
internal static class OcsfCodes
{
    /// <summary>What the control costs where it failed; what passed is of no more than informational weight.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>severity_id and severity.</returns>
    public static (int Id, string Caption) Severity(CisFinding finding) => finding.Severity switch
    {
        _ when finding.Verdict == FindingStatus.Passed => (1, "Informational"),
        nameof(CisPosture.Severity.Critical) => (5, "Critical"),
        nameof(CisPosture.Severity.High) => (4, "High"),
        nameof(CisPosture.Severity.Medium) => (3, "Medium"),
        _ => (2, "Low"),
    };

    /// <summary>Where the finding stands in its life.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>status_id and status.</returns>
    public static (int Id, string Caption) Status(CisFinding finding) =>
        finding.Suppression is not null ? (3, "Suppressed")
        : finding.Verdict == FindingStatus.Passed ? (4, "Resolved")
        : (1, "New");

    /// <summary>What became of it since earlier scans.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>activity_id and activity_name.</returns>
    public static (int Id, string Caption) Activity(CisFinding finding) => finding.ChangeKind switch
    {
        null or nameof(ChangeKind.New) => (1, "Create"),
        nameof(ChangeKind.Resolved) => (3, "Close"),
        _ => (2, "Update"),
    };

    /// <summary>The verdict. OCSF has no word for a control that was not judged, so that the word is ours.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>compliance.status_id and compliance.status.</returns>
    public static (int Id, string Caption) Compliance(CisFinding finding) => finding.Verdict switch
    {
        FindingStatus.Passed => (1, "Pass"),
        FindingStatus.Failed => (3, "Fail"),
        FindingStatus.Warning => (2, "Warning"),
        _ => (99, nameof(FindingStatus.NotAvailable)),
    };
}
