using Superpower.Display;

namespace CisPosture.FilterPatterns;

internal enum FilterToken
{
    [Token(Example = "{")]
    OpenBrace,

    [Token(Example = "}")]
    CloseBrace,

    [Token(Example = "(")]
    OpenBracket,

    [Token(Example = ")")]
    CloseBracket,

    [Token(Example = "&&")]
    And,

    [Token(Example = "||")]
    Or,

    [Token(Example = "=")]
    Equal,

    [Token(Example = "!=")]
    NotEqual,

    [Token(Example = "<")]
    Less,

    [Token(Example = "<=")]
    LessOrEqual,

    [Token(Example = ">")]
    Greater,

    [Token(Example = ">=")]
    GreaterOrEqual,

    [Token(Description = "selector")]
    Selector,

    [Token(Description = "quoted text")]
    QuotedText,

    [Token(Description = "regular expression")]
    Expression,

    [Token(Description = "word")]
    Word,
}
