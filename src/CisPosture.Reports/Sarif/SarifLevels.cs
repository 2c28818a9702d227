namespace CisPosture.Reports.Sarif;

/// <summary>How SARIF says what statuses and severities say.</summary>
internal static class SarifLevels
{
    /// <summary>The level of a control that failed.</summary>
    /// <param name="severity">The severity.</param>
    /// <returns>error, warning or note.</returns>
    public static string Level(string severity) => severity switch
    {
        nameof(Severity.Critical) or nameof(Severity.High) => "error",
        nameof(Severity.Medium) => "warning",
        _ => "note",
    };

    /// <summary>The number by which code scanning sorts: above 9 is critical, above 7 high, above 4 medium.</summary>
    /// <param name="severity">The severity.</param>
    /// <returns>The number as text.</returns>
    public static string Score(string severity) => severity switch
    {
        nameof(Severity.Critical) => "9.5",
        nameof(Severity.High) => "8.0",
        nameof(Severity.Medium) => "5.5",
        _ => "2.0",
    };

    /// <summary>The kind of a result.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>fail, pass, review where a person has to look, notApplicable, or open where evidence is missing.</returns>
    public static string Kind(CisFinding finding) => finding.Verdict switch
    {
        FindingStatus.Failed => "fail",
        FindingStatus.Passed => "pass",
        FindingStatus.Warning => "review",
        _ => FindingOutcomes.IsInapplicable(finding) ? "notApplicable" : "open",
    };
}
