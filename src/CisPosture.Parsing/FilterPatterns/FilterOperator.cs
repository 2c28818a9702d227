namespace CisPosture.FilterPatterns;

internal enum FilterOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    NotExists,
    IsNull,
    IsTrue,
    IsFalse,
}
