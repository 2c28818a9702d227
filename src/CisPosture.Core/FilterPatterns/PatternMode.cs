namespace CisPosture.FilterPatterns;

/// <summary>How strictly a metric filter's pattern is held against the reference.</summary>
public enum PatternMode
{
    /// <summary>The same text, but for blanks around it.</summary>
    Exact,

    /// <summary>The same conditions joined in the same way; order, redundant brackets, quotes and blanks do not count.</summary>
    Equivalent,

    /// <summary>Selects every event that the reference selects, and perhaps more.</summary>
    AtLeast,
}
