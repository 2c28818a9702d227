namespace CisPosture.FilterPatterns;

/// <summary>
/// What is certain about two conditions on the same field. Only what holds however CloudWatch Logs treats absent fields is claimed, and
/// the relation is transitive: nothing is claimed of a pair that is not claimed along the way from one to the other.
/// </summary>
internal static class ConditionImplication
{
    /// <summary>True where every event that satisfies the one condition is certain to satisfy the other.</summary>
    public static bool Holds(FilterCondition stronger, FilterCondition weaker)
    {
        if (stronger.Equals(weaker))
            return true;

        return string.Equals(stronger.Selector, weaker.Selector, StringComparison.Ordinal) && (stronger.Operator, weaker.Operator) switch
        {
            (FilterOperator.Equal, FilterOperator.Equal) => Covers(weaker.Value!, stronger.Value!),
            (FilterOperator.NotEqual, FilterOperator.NotEqual) => Covers(stronger.Value!, weaker.Value!),
            (var ordering, FilterOperator.Equal) when IsOrdering(ordering) => weaker.Value!.IsAnything,
            var (ordering, other) when IsOrdering(ordering) && IsOrdering(other) => IsTighter(stronger, weaker),
            _ => false,
        };
    }

    private static bool Covers(FilterValue wide, FilterValue narrow)
    {
        if (wide.IsAnything)
            return narrow.Kind != FilterValueKind.Constant;

        return wide.Kind == FilterValueKind.Text && narrow.Kind == FilterValueKind.Text && Wildcard.Covers(wide.Text, narrow.Text);
    }

    private static bool IsOrdering(FilterOperator @operator) => IsUpperBound(@operator) || IsLowerBound(@operator);

    private static bool IsUpperBound(FilterOperator @operator) => @operator is FilterOperator.Less or FilterOperator.LessOrEqual;

    private static bool IsLowerBound(FilterOperator @operator) => @operator is FilterOperator.Greater or FilterOperator.GreaterOrEqual;

    private static bool IsTighter(FilterCondition stronger, FilterCondition weaker)
    {
        if (IsUpperBound(stronger.Operator) != IsUpperBound(weaker.Operator))
            return false;

        var distance = FilterNumber.Parse(stronger.Value!.Text).CompareTo(FilterNumber.Parse(weaker.Value!.Text));
        var slack = IsUpperBound(stronger.Operator) ? -distance : distance;
        return slack > 0 || (slack == 0 && (IsStrict(stronger.Operator) || !IsStrict(weaker.Operator)));
    }

    private static bool IsStrict(FilterOperator @operator) => @operator is FilterOperator.Less or FilterOperator.Greater;
}
