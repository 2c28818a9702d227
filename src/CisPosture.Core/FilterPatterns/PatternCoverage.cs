namespace CisPosture.FilterPatterns;

/// <summary>Which events a pattern selects, measured against the reference, as far as that can be proved.</summary>
public enum PatternCoverage
{
    /// <summary>The pattern cannot be read, so nothing is known.</summary>
    Unknown,

    /// <summary>The same events.</summary>
    Same,

    /// <summary>Every event of the reference, and possibly more.</summary>
    Wider,

    /// <summary>Only events of the reference, and possibly not all of them.</summary>
    Narrower,

    /// <summary>Neither contains the other as far as can be proved.</summary>
    Different,
}
