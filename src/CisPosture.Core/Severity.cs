namespace CisPosture;

/// <summary>How much a failed control matters, as the source document rates it. The order of the members is the order of weight.</summary>
public enum Severity
{
    /// <summary>Mend it when convenient.</summary>
    Low,

    /// <summary>Mend it in the normal course of work.</summary>
    Medium,

    /// <summary>Mend it with priority.</summary>
    High,

    /// <summary>Mend it at once.</summary>
    Critical,
}
