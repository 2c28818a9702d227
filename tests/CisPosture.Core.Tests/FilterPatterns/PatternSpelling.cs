using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

/// <summary>Writes one tree in one of its many spellings: other order, other brackets, other quotes, other blanks, repeated members.</summary>
internal sealed class PatternSpelling(int seed)
{
    private static readonly string[] Blanks = [string.Empty, " ", "  ", "\t", "\n", "\r\n    "];

    private readonly Random _random = new(seed);

    public static string Of(FilterNode root, int seed) => new PatternSpelling(seed).Pattern(root);

    private string Pattern(FilterNode root) => $"{Blank()}{{{Blank()}{Node(root)}{Blank()}}}{Blank()}";

    private string Node(FilterNode node) => Bracketed(node is FilterGroup group ? Group(group) : Condition((FilterCondition)node), Chance(4) ? 1 + _random.Next(3) : 0);

    private string Group(FilterGroup group)
    {
        FilterNode[] members = [.. group.Members, .. group.Members.Where(_ => Chance(6))];
        _random.Shuffle(members);
        // a && b && c is also a && (b && c).
        var kept = members.Length > 2 && Chance(3) ? 1 : members.Length;
        string[] texts = [.. members.Take(kept).Select(member => Member(group.Operator, member))];
        return kept == members.Length
            ? Joined(group.Operator, texts)
            : Joined(group.Operator, [.. texts, Bracketed(Joined(group.Operator, members.Skip(kept).Select(member => Member(group.Operator, member))), 1)]);
    }

    private string Joined(GroupOperator @operator, IEnumerable<string> texts) => string.Join($"{Blank()}{FilterGroup.Sign(@operator)}{Blank()}", texts);

    private string Member(GroupOperator around, FilterNode member)
    {
        var needsBrackets = around == GroupOperator.And && member is FilterGroup { Operator: GroupOperator.Or };
        return Bracketed(Node(member), needsBrackets ? 1 : 0);
    }

    private string Bracketed(string text, int times) =>
        Enumerable.Range(0, times).Aggregate(text, (inner, _) => $"({Blank()}{inner}{Blank()})");

    private string Condition(FilterCondition condition)
    {
        if (condition.Value is { } value)
            return $"{condition.Selector}{Blank()}{FilterCondition.Sign(condition.Operator)}{Blank()}{Value(value)}";

        var words = FilterCondition.Sign(condition.Operator).Split(' ');
        return $"{condition.Selector} {Blank()}{words[0]} {Blank()}{words[1]}";
    }

    private string Value(FilterValue value) => value.Kind switch
    {
        FilterValueKind.Text when Chance(2) => $"\"{value.Text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        FilterValueKind.Number when FilterNumber.Parse(value.Text).HasPlainSpelling => Number(value.Text),
        _ => value.ToString(),
    };

    private string Number(string text)
    {
        var signed = text[0] == '-' || Chance(2) ? text : $"+{text}";
        var isWhole = !text.Contains('.', StringComparison.Ordinal) && !text.Contains('e', StringComparison.Ordinal);
        return isWhole && Chance(2) ? $"{signed}.0" : signed.Contains('e', StringComparison.Ordinal) || Chance(2) ? signed : $"{signed}e0";
    }

    private string Blank() => Blanks[_random.Next(Blanks.Length)];

    private bool Chance(int outOf) => _random.Next(outOf) == 0;
}
