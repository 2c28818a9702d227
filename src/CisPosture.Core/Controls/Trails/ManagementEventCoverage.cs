namespace CisPosture.Controls.Trails;

/// <summary>How much of an account's management events a trail records.</summary>
internal enum ManagementEventCoverage
{
    /// <summary>The selectors could not be read.</summary>
    Unknown,

    /// <summary>Only reads, only writes, only some sources, or none.</summary>
    Partial,

    /// <summary>All but the event sources that CloudTrail lets every customer leave out for their volume.</summary>
    AllWithExclusions,

    /// <summary>All.</summary>
    All,
}
