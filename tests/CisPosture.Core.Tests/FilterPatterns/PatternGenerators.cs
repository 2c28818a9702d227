using CisPosture.FilterPatterns;
using CsCheck;

namespace CisPosture.Core.Tests.FilterPatterns;

internal static class PatternGenerators
{
    private static readonly FilterOperator[] Equalities = [FilterOperator.Equal, FilterOperator.NotEqual];

    private static readonly FilterOperator[] Orderings = [FilterOperator.Less, FilterOperator.LessOrEqual, FilterOperator.Greater, FilterOperator.GreaterOrEqual];

    private static readonly FilterOperator[] States = [FilterOperator.NotExists, FilterOperator.IsNull, FilterOperator.IsTrue, FilterOperator.IsFalse];

    private static readonly FilterValue[] SmallValues =
    [
        .. new[] { "x", "y", "xy", "yx", "x*", "*y", "*x*", "x*y", "*", "**", "1", "true", string.Empty }.Select(FilterValue.Quoted),
        .. new[] { "1", "1.5", "2", "01", "true", "null" }.Select(FilterValue.Bare),
        FilterValue.Expression("^x"),
        FilterValue.Expression("y"),
    ];

    private static readonly FilterValue[] SmallNumbers = [.. new[] { "1", "1.5", "2" }.Select(text => FilterValue.Number(FilterNumber.Parse(text)))];

    /// <summary>Conditions from a pool so small that unrelated trees often share some.</summary>
    public static Gen<FilterNode> SmallCondition { get; } = Condition(Gen.OneOf(EventSpace.Selectors), Gen.OneOf(SmallValues), Gen.OneOf(SmallNumbers));

    /// <summary>The whole pool that <see cref="SmallCondition" /> draws from.</summary>
    public static FilterCondition[] SmallConditions { get; } =
    [
        .. from field in EventSpace.Selectors from @operator in Equalities from value in SmallValues select new FilterCondition(field, @operator, value),
        .. from field in EventSpace.Selectors from @operator in Orderings from number in SmallNumbers select new FilterCondition(field, @operator, number),
        .. from field in EventSpace.Selectors from state in States select new FilterCondition(field, state),
    ];

    /// <summary>Conditions of all shapes that the grammar knows.</summary>
    public static Gen<FilterNode> AnyCondition { get; } = Condition(Selector(), Value(), Number());

    public static Gen<FilterNode> SmallTree { get; } = Tree(SmallCondition, 3);

    public static Gen<FilterNode> AnyTree { get; } = Tree(AnyCondition, 3);

    /// <summary>Between two and eight equalities on one field, no two alike, as the lists of events in the benchmark are.</summary>
    public static Gen<FilterCondition[]> DistinctEvents { get; } =
        Gen.Int[0, 999].HashSet[2, 8].Select(numbers => numbers.Select(number => new FilterCondition("$.eventName", FilterOperator.Equal, FilterValue.Bare($"Event{number}"))).ToArray());

    public static Gen<FilterNode> Tree(Gen<FilterNode> condition, int depth) => depth == 0
        ? condition
        : Gen.Frequency((2, condition), (3, Group(Tree(condition, depth - 1))));

    private static Gen<FilterNode> Group(Gen<FilterNode> member) =>
        Gen.Select(Gen.OneOf(GroupOperator.And, GroupOperator.Or), member.Array[2, 3], (@operator, members) => (FilterNode)new FilterGroup(@operator, members));

    private static Gen<FilterNode> Condition(Gen<string> selector, Gen<FilterValue> value, Gen<FilterValue> number) => Gen.Frequency(
        (6, Gen.Select(selector, Gen.OneOf(Equalities), value, (field, @operator, operand) => (FilterNode)new FilterCondition(field, @operator, operand))),
        (2, Gen.Select(selector, Gen.OneOf(Orderings), number, (field, @operator, operand) => (FilterNode)new FilterCondition(field, @operator, operand))),
        (2, Gen.Select(selector, Gen.OneOf(States), (field, state) => (FilterNode)new FilterCondition(field, state))));

    private static Gen<string> Selector()
    {
        var name = Gen.String[Gen.Char["abcXYZ019_-"], 1, 6];
        var step = Gen.Select(name, Gen.Int[0, 12].Array[0, 2], (property, indexes) => $".{property}{string.Concat(indexes.Select(index => $"[{index}]"))}");
        return step.Array[1, 3].Select(steps => $"${string.Concat(steps)}");
    }

    private static Gen<FilterValue> Value() => Gen.OneOf(
        Gen.String[Gen.Char["abcEN*.-_:/019+"], 1, 8].Select(FilterValue.Bare),
        Gen.String[Gen.Char["ab *(){}=!<>&|$%'é漢\n\t"], 0, 8].Select(FilterValue.Quoted),
        Gen.OneOf("\\\\", "\\\"", "\\n", "a\\\"b\\\\", "NOT EXISTS", "IS", "NOT", "007", "1e3", "-1.50").Select(FilterValue.Quoted),
        Gen.String[Gen.Char["ab^$.*+?[]{}|\\ "], 1, 8].Select(FilterValue.Expression),
        Number());

    private static Gen<FilterValue> Number() =>
        Gen.Select(Gen.OneOf("", "-", "+"), Gen.Int[0, 99999], Gen.OneOf("", ".0", ".50", ".007"), Gen.OneOf("", "e0", "e3", "e-3", "e+400", "e-77"))
            .Select((sign, whole, part, exponent) => FilterValue.Number(FilterNumber.Parse($"{sign}{whole}{part}{exponent}")));
}
