namespace CisPosture.Reports;

/// <summary>What a finding comes to for a reader who wants one word.</summary>
internal enum FindingOutcome
{
    /// <summary>At fault, and nobody has accepted it.</summary>
    Failed,

    /// <summary>Not decided: a warning, or evidence that could not be read. Never as good as passed.</summary>
    Undecided,

    /// <summary>A rule of the user accepts it for a time, whatever its status.</summary>
    Accepted,

    /// <summary>The control cannot apply there.</summary>
    NotApplicable,

    /// <summary>Complies.</summary>
    Passed,
}
