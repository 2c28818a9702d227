namespace CisPosture.FilterPatterns;

/// <summary>In what way a pattern departs from the reference.</summary>
public enum PatternDifferenceKind
{
    /// <summary>The reference has a condition that the pattern lacks.</summary>
    MissingCondition,

    /// <summary>The pattern has a condition that the reference lacks.</summary>
    AdditionalCondition,

    /// <summary>The selector and the value agree, the operator does not.</summary>
    WrongOperator,

    /// <summary>The selector and the operator agree, and the values differ by no more than letter case or wildcards.</summary>
    WrongValue,

    /// <summary>The conditions agree, but <c>&amp;&amp;</c>, <c>||</c> and brackets join them differently.</summary>
    DifferentGrouping,

    /// <summary>Same meaning, other text; counts in <see cref="PatternMode.Exact"/> only.</summary>
    DifferentText,

    /// <summary>The text is not a readable JSON filter pattern.</summary>
    Unreadable,
}
