namespace CisPosture.FilterPatterns;

internal enum FilterValueKind
{
    /// <summary>Text, quoted or bare, with its wildcards.</summary>
    Text,

    /// <summary>A bare number.</summary>
    Number,

    /// <summary>A bare true, false or null, which must not be taken for the quoted word.</summary>
    Constant,

    /// <summary>A regular expression between per cent signs.</summary>
    Expression,
}
