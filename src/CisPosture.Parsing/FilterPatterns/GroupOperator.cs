namespace CisPosture.FilterPatterns;

internal enum GroupOperator
{
    And,
    Or,
}
