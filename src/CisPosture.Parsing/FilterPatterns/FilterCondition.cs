namespace CisPosture.FilterPatterns;

/// <summary>One test of one field, such as <c>$.eventName = DeleteTrail</c>. Two conditions are equal where their canonical texts are.</summary>
internal sealed class FilterCondition : FilterNode, IEquatable<FilterCondition>
{
    private readonly string _text;

    public FilterCondition(string selector, FilterOperator @operator, FilterValue? value = null)
    {
        Selector = selector;
        Operator = @operator;
        Value = value;
        _text = value is null ? $"{selector} {Sign(@operator)}" : $"{selector} {Sign(@operator)} {value}";
    }

    public string Selector { get; }

    public FilterOperator Operator { get; }

    public FilterValue? Value { get; }

    public static string Sign(FilterOperator @operator) => @operator switch
    {
        FilterOperator.Equal => "=",
        FilterOperator.NotEqual => "!=",
        FilterOperator.Less => "<",
        FilterOperator.LessOrEqual => "<=",
        FilterOperator.Greater => ">",
        FilterOperator.GreaterOrEqual => ">=",
        FilterOperator.NotExists => "NOT EXISTS",
        FilterOperator.IsNull => "IS NULL",
        FilterOperator.IsTrue => "IS TRUE",
        FilterOperator.IsFalse => "IS FALSE",
        _ => throw new InvalidOperationException($"No sign for {@operator}."),
    };

    public override string ToString() => _text;

    public override IEnumerable<FilterCondition> Conditions() => [this];

    public bool Equals(FilterCondition? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as FilterCondition);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);
}
