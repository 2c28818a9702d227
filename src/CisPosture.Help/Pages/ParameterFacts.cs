namespace CisPosture.Help.Pages;

/// <summary>How a parameter is given in some of the parameter sets, as a page says it.</summary>
internal sealed record ParameterFacts
{
    /// <summary>The short name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>The sets; empty for all of them.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Its other names.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The only values that it takes; empty where there is no list of them.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>Whether it must be given.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Where it may stand without its name, or Named.</summary>
    public required string Position { get; init; }

    /// <summary>What it is where it is left out.</summary>
    public required string Default { get; init; }

    /// <summary>How the pipeline gives it.</summary>
    public required string Pipeline { get; init; }

    /// <summary>Whether wildcards are understood in it.</summary>
    public required bool TakesWildcards { get; init; }

    /// <summary>Whether it takes no value.</summary>
    public bool IsSwitch => Type == "SwitchParameter";
}
