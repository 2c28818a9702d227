namespace CisPosture.Reports;

/// <summary>Tells the outcome of findings.</summary>
internal static class FindingOutcomes
{
    /// <summary>The outcome of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The outcome.</returns>
    public static FindingOutcome Of(CisFinding finding) => finding.Verdict switch
    {
        _ when finding.Suppression is not null => FindingOutcome.Accepted,
        FindingStatus.Passed => FindingOutcome.Passed,
        FindingStatus.Failed => FindingOutcome.Failed,
        FindingStatus.NotAvailable when IsInapplicable(finding) => FindingOutcome.NotApplicable,
        _ => FindingOutcome.Undecided,
    };

    /// <summary>True where no evidence is missing, but the control has nothing to judge there.</summary>
    /// <param name="finding">A finding that is not available.</param>
    /// <returns>Whether the reason says so.</returns>
    public static bool IsInapplicable(CisFinding finding) => finding.ReasonCode is ReasonCode.NotApplicable or ReasonCode.ControlNotSupportedInRegion;
}
