namespace CisPosture.FilterPatterns;

/// <summary>A condition, or conditions joined.</summary>
internal abstract class FilterNode
{
    public abstract override string ToString();

    public abstract IEnumerable<FilterCondition> Conditions();
}
