namespace CisPosture;

/// <summary>How a finding of one set stands to the same finding of an earlier set.</summary>
public enum FindingDifference
{
    /// <summary>At fault now, and was not before.</summary>
    New,

    /// <summary>Was at fault, and passes now; or passes or is gone, where a scan lists what passed as one finding.</summary>
    Fixed,

    /// <summary>At fault as before.</summary>
    StillFailing,

    /// <summary>Has another status, severity or reason.</summary>
    Changed,

    /// <summary>Was at fault, and the resource is there no more.</summary>
    GoneResource,

    /// <summary>Was at fault, or passed, and the later set does not tell: it did not look there, or could not read.</summary>
    NotJudged,
}
