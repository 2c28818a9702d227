namespace CisPosture.FilterPatterns;

/// <summary>Two or more members joined by one operator.</summary>
internal sealed class FilterGroup : FilterNode
{
    private readonly Lazy<string> _text;

    public FilterGroup(GroupOperator @operator, IReadOnlyList<FilterNode> members)
    {
        Operator = @operator;
        Members = members;
        _text = new Lazy<string>(() => string.Join($" {Sign(@operator)} ", members.Select(Member)));
    }

    public GroupOperator Operator { get; }

    public IReadOnlyList<FilterNode> Members { get; }

    public static string Sign(GroupOperator @operator) => @operator == GroupOperator.And ? "&&" : "||";

    public override string ToString() => _text.Value;

    public override IEnumerable<FilterCondition> Conditions() => Members.SelectMany(member => member.Conditions());

    // && binds tighter than ||, so only an || inside an && needs brackets; an && inside an && keeps them too, which only a tree just read has.
    private string Member(FilterNode member) =>
        member is FilterGroup && Operator == GroupOperator.And ? $"({member})" : member.ToString();
}
