using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace CisPosture.FilterPatterns;

/// <summary>The grammar of JSON filter patterns: brackets bind tighter than <c>&amp;&amp;</c>, which binds tighter than <c>||</c>.</summary>
internal static class FilterGrammar
{
    private static readonly TokenListParser<FilterToken, FilterOperator> Equality =
        Sign(FilterToken.Equal, FilterOperator.Equal).Or(Sign(FilterToken.NotEqual, FilterOperator.NotEqual));

    private static readonly TokenListParser<FilterToken, FilterOperator> Ordering =
        Sign(FilterToken.Less, FilterOperator.Less)
            .Or(Sign(FilterToken.LessOrEqual, FilterOperator.LessOrEqual))
            .Or(Sign(FilterToken.Greater, FilterOperator.Greater))
            .Or(Sign(FilterToken.GreaterOrEqual, FilterOperator.GreaterOrEqual));

    private static readonly TokenListParser<FilterToken, FilterValue> Value =
        Token.EqualTo(FilterToken.QuotedText).Select(token => FilterValue.Quoted(Inside(token)))
            .Or(Token.EqualTo(FilterToken.Expression).Select(token => FilterValue.Expression(Inside(token))))
            .Or(Token.EqualTo(FilterToken.Word).Select(token => FilterValue.Bare(token.ToStringValue())))
            .Named("value");

    private static readonly TokenListParser<FilterToken, FilterValue> Number =
        Token.EqualTo(FilterToken.Word)
            .Where(token => FilterNumber.TryParse(token.ToStringValue(), out _), "an ordering compares with a number")
            .Select(token => FilterValue.Number(FilterNumber.Parse(token.ToStringValue())))
            .Named("number");

    private static readonly TokenListParser<FilterToken, FilterOperator> State =
        Keyword("NOT").IgnoreThen(Keyword("EXISTS")).Value(FilterOperator.NotExists)
            .Or(Keyword("IS").IgnoreThen(
                Keyword("NULL").Value(FilterOperator.IsNull)
                    .Or(Keyword("TRUE").Value(FilterOperator.IsTrue))
                    .Or(Keyword("FALSE").Value(FilterOperator.IsFalse))));

    private static readonly TokenListParser<FilterToken, Func<string, FilterNode>> Test =
        Comparison(Equality, Value)
            .Or(Comparison(Ordering, Number))
            .Or(State.Select<FilterToken, FilterOperator, Func<string, FilterNode>>(state => selector => new FilterCondition(selector, state)));

    private static readonly TokenListParser<FilterToken, FilterNode> Condition =
        from selector in Token.EqualTo(FilterToken.Selector)
        from test in Test
        select test(selector.ToStringValue());

    private static readonly TokenListParser<FilterToken, FilterNode> Operand =
        Condition.Or(Parse.Ref(() => Disjunction!).Between(Token.EqualTo(FilterToken.OpenBracket), Token.EqualTo(FilterToken.CloseBracket)));

    private static readonly TokenListParser<FilterToken, FilterNode> Conjunction = Joined(Operand, FilterToken.And, GroupOperator.And);

    private static readonly TokenListParser<FilterToken, FilterNode> Disjunction = Joined(Conjunction, FilterToken.Or, GroupOperator.Or);

    public static TokenListParser<FilterToken, FilterNode> Pattern { get; } =
        Disjunction.Between(Token.EqualTo(FilterToken.OpenBrace), Token.EqualTo(FilterToken.CloseBrace)).AtEnd();

    private static TokenListParser<FilterToken, FilterOperator> Sign(FilterToken token, FilterOperator @operator) => Token.EqualTo(token).Value(@operator);

    private static TokenListParser<FilterToken, Token<FilterToken>> Keyword(string word) => Token.EqualToValue(FilterToken.Word, word).Named(word);

    private static TokenListParser<FilterToken, Func<string, FilterNode>> Comparison(
        TokenListParser<FilterToken, FilterOperator> sign,
        TokenListParser<FilterToken, FilterValue> value) =>
        from @operator in sign
        from operand in value
        select new Func<string, FilterNode>(selector => new FilterCondition(selector, @operator, operand));

    private static TokenListParser<FilterToken, FilterNode> Joined(
        TokenListParser<FilterToken, FilterNode> member,
        FilterToken sign,
        GroupOperator @operator) =>
        member.AtLeastOnceDelimitedBy(Token.EqualTo(sign))
            .Select(members => members.Length == 1 ? members[0] : new FilterGroup(@operator, members));

    private static string Inside(Token<FilterToken> token)
    {
        var text = token.ToStringValue();
        return text[1..^1];
    }
}
