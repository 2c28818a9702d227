namespace CisPosture;

/// <summary>What became of a finding since earlier findings on the same resource.</summary>
public enum ChangeKind
{
    /// <summary>Has the status that it had before.</summary>
    Unchanged,

    /// <summary>Failed, Warning or NotAvailable, and was never so before.</summary>
    New,

    /// <summary>Failed or Warning again, after it was resolved.</summary>
    Reopened,

    /// <summary>Was not passed; now a scan that covered it finds that it passes or is gone.</summary>
    Resolved,

    /// <summary>Has another status than before, in any other way.</summary>
    Changed,
}
