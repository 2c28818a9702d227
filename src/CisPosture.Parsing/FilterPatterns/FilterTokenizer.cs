using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace CisPosture.FilterPatterns;

/// <summary>Cuts the text of a JSON filter pattern into signs, selectors and values.</summary>
internal static class FilterTokenizer
{
    private const string MarksInWords = "_-.*:/+@#~?,;^`";

    private static readonly TextParser<Unit> Index =
        from open in Character.EqualTo('[')
        from digits in Span.WithAll(IsDigit)
        from close in Character.EqualTo(']')
        select Unit.Value;

    private static readonly TextParser<Unit> Property =
        from dot in Character.EqualTo('.')
        from name in Span.WithAll(character => IsLetterOrDigit(character) || character is '_' or '-')
        from indexes in Index.IgnoreMany()
        select Unit.Value;

    private static readonly TextParser<Unit> Selector =
        from root in Character.EqualTo('$')
        from properties in Property.AtLeastOnce()
        select Unit.Value;

    private static readonly TextParser<Unit> QuotedText =
        from open in Character.EqualTo('"')
        from content in Character.EqualTo('\\').IgnoreThen(Character.AnyChar).Or(Character.ExceptIn('"', '\\')).IgnoreMany()
        from close in Character.EqualTo('"')
        select Unit.Value;

    private static readonly TextParser<Unit> Expression =
        from open in Character.EqualTo('%')
        from content in Character.ExceptIn('%').AtLeastOnce()
        from close in Character.EqualTo('%')
        select Unit.Value;

    public static Tokenizer<FilterToken> Instance { get; } = new TokenizerBuilder<FilterToken>()
        .Ignore(Span.WhiteSpace)
        .Match(Character.EqualTo('{'), FilterToken.OpenBrace)
        .Match(Character.EqualTo('}'), FilterToken.CloseBrace)
        .Match(Character.EqualTo('('), FilterToken.OpenBracket)
        .Match(Character.EqualTo(')'), FilterToken.CloseBracket)
        .Match(Span.EqualTo("&&"), FilterToken.And)
        .Match(Span.EqualTo("||"), FilterToken.Or)
        .Match(Span.EqualTo("!="), FilterToken.NotEqual)
        .Match(Span.EqualTo("<="), FilterToken.LessOrEqual)
        .Match(Span.EqualTo(">="), FilterToken.GreaterOrEqual)
        .Match(Character.EqualTo('='), FilterToken.Equal)
        .Match(Character.EqualTo('<'), FilterToken.Less)
        .Match(Character.EqualTo('>'), FilterToken.Greater)
        .Match(Selector, FilterToken.Selector)
        .Match(QuotedText, FilterToken.QuotedText)
        .Match(Expression, FilterToken.Expression)
        .Match(Span.WithAll(IsWordCharacter), FilterToken.Word)
        .Build();

    // CloudWatch Logs asks for quotes around anything but letters, digits and underscores, yet stores dotted and starred words without them.
    public static bool IsWordCharacter(char character) => IsLetterOrDigit(character) || MarksInWords.IndexOf(character) >= 0;

    private static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || IsDigit(character);

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
