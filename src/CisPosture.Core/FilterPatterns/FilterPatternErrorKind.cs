namespace CisPosture.FilterPatterns;

/// <summary>Why a text is not a readable JSON filter pattern.</summary>
public enum FilterPatternErrorKind
{
    /// <summary>Null, empty or blank: a filter that selects every event.</summary>
    Empty,

    /// <summary>A pattern of words for unstructured text, such as <c>ERROR</c> or <c>?a ?b</c>.</summary>
    UnstructuredText,

    /// <summary>A pattern of columns for space-delimited text, such as <c>[ip, user, ...]</c>.</summary>
    SpaceDelimited,

    /// <summary>Starts like a JSON pattern but does not follow its grammar.</summary>
    Syntax,

    /// <summary>Longer than is read here, and several times longer than CloudWatch Logs stores.</summary>
    TooLong,

    /// <summary>More brackets inside each other than are followed.</summary>
    TooDeep,
}
