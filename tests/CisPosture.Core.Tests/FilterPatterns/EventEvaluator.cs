using System.Globalization;
using System.Text.RegularExpressions;
using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

/// <summary>
/// Runs a tree of conditions against an event, written without a look at how Core compares patterns. A field is absent (not in the event),
/// null, a boolean, a text or a number.
/// </summary>
internal static class EventEvaluator
{
    public static bool Selects(FilterNode node, IReadOnlyDictionary<string, object?> @event, EventSemantics semantics) => node switch
    {
        FilterCondition condition => Selects(condition, @event, semantics),
        FilterGroup { Operator: GroupOperator.And } group => group.Members.All(member => Selects(member, @event, semantics)),
        FilterGroup group => group.Members.Any(member => Selects(member, @event, semantics)),
        _ => throw new InvalidOperationException(node.ToString()),
    };

    private static bool Selects(FilterCondition condition, IReadOnlyDictionary<string, object?> @event, EventSemantics semantics)
    {
        var isPresent = @event.TryGetValue(condition.Selector, out var field);
        return condition.Operator switch
        {
            FilterOperator.NotExists => !isPresent,
            FilterOperator.IsNull => isPresent && field is null,
            FilterOperator.IsTrue => field is true,
            FilterOperator.IsFalse => field is false,
            FilterOperator.Equal => field is not null && IsEqual(field, condition.Value!, semantics),
            FilterOperator.NotEqual => field is null ? semantics.AbsentFieldsDiffer : !IsEqual(field, condition.Value!, semantics),
            _ => Number(field, semantics) is { } number && IsOrdered(number, condition.Operator, decimal.Parse(condition.Value!.Text, CultureInfo.InvariantCulture)),
        };
    }

    private static bool IsEqual(object field, FilterValue value, EventSemantics semantics) => value.Kind switch
    {
        FilterValueKind.Number => Number(field, semantics) == decimal.Parse(value.Text, CultureInfo.InvariantCulture),
        FilterValueKind.Constant => Text(field, semantics) == value.Text || (field is bool flag && flag == (value.Text == "true")),
        FilterValueKind.Expression => Text(field, semantics) is { } text && Regex.IsMatch(text, value.Text, RegexOptions.None, TimeSpan.FromSeconds(30)),
        _ when value.Text is "*" or "**" => field is string or decimal || semantics.TypesAreMixed,
        _ => Text(field, semantics) is { } text && Regex.IsMatch(text, Glob(value.Text, semantics), RegexOptions.Singleline, TimeSpan.FromSeconds(30)),
    };

    private static string Glob(string text, EventSemantics semantics)
    {
        if (semantics.InnerAsterisksAreWildcards)
            return $"^{string.Join(".*", text.Split('*').Select(Regex.Escape))}$";

        var isOpenBefore = text.StartsWith('*');
        var isOpenAfter = text.Length > 1 && text.EndsWith('*');
        var core = text[(isOpenBefore ? 1 : 0)..(isOpenAfter ? text.Length - 1 : text.Length)];
        return $"^{(isOpenBefore ? ".*" : string.Empty)}{Regex.Escape(core)}{(isOpenAfter ? ".*" : string.Empty)}$";
    }

    private static string? Text(object field, EventSemantics semantics) => field switch
    {
        string text => text,
        decimal number when semantics.TypesAreMixed => number.ToString(CultureInfo.InvariantCulture),
        bool flag when semantics.TypesAreMixed => flag ? "true" : "false",
        _ => null,
    };

    private static decimal? Number(object? field, EventSemantics semantics) => field switch
    {
        decimal number => number,
        string text when semantics.TypesAreMixed && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static bool IsOrdered(decimal left, FilterOperator @operator, decimal right) => @operator switch
    {
        FilterOperator.Less => left < right,
        FilterOperator.LessOrEqual => left <= right,
        FilterOperator.Greater => left > right,
        FilterOperator.GreaterOrEqual => left >= right,
        _ => throw new InvalidOperationException(@operator.ToString()),
    };
}
