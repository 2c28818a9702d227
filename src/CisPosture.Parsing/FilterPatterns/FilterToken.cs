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

    [Token(Category = "selector")]
    Selector,

    [Token(Category = "quoted text")]
    QuotedText,

    [Token(Category = "regular expression")]
    Expression,

    [Token(Category = "word")]
    Word,
}
