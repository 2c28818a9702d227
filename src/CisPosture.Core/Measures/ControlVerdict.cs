namespace CisPosture;

/// <summary>What all findings of a control come to, as Security Hub rolls them up.</summary>
public enum ControlVerdict
{
    /// <summary>Every finding passed.</summary>
    Passed,

    /// <summary>At least one finding failed.</summary>
    Failed,

    /// <summary>No finding failed, but not all of them could be decided.</summary>
    Unknown,

    /// <summary>Every finding that is not passed is suppressed, and none passed.</summary>
    Suppressed,

    /// <summary>There is no finding.</summary>
    NoData,
}
