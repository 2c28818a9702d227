namespace CisPosture.Help.Cmdlets;

/// <summary>A parameter as PowerShell sees it.</summary>
internal sealed record ParameterDescription
{
    /// <summary>Its name, without the dash.</summary>
    public required string Name { get; init; }

    /// <summary>The short name of its type, such as String[].</summary>
    public required string Type { get; init; }

    /// <summary>Whether it takes no value.</summary>
    public required bool IsSwitch { get; init; }

    /// <summary>Its other names.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The only values that it takes; empty where there is no list of them.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>What it is where it is left out.</summary>
    public required string Default { get; init; }

    /// <summary>Whether wildcards are understood in it.</summary>
    public required bool TakesWildcards { get; init; }

    /// <summary>Whether it is in every parameter set.</summary>
    public required bool IsInAllSets { get; init; }

    /// <summary>How it is given, one entry for all sets in which that is the same.</summary>
    public required IReadOnlyList<ParameterUse> Uses { get; init; }
}
