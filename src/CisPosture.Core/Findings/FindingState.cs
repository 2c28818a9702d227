namespace CisPosture.Findings;

/// <summary>Where a finding stands in its life, as far as a store has followed it. The numbers stand in stores.</summary>
internal enum FindingState
{
    /// <summary>Not met yet.</summary>
    Unknown = 0,

    /// <summary>Never known to be at fault.</summary>
    Sound = 1,

    /// <summary>Not judged for want of evidence, and not known to be at fault before.</summary>
    Unseen = 2,

    /// <summary>At fault: Failed or Warning when it was last judged.</summary>
    Open = 3,

    /// <summary>Was at fault, and passed or was gone when it was last judged.</summary>
    Resolved = 4,
}
