namespace CisPosture.Help.Pages;

/// <summary>The help of a cmdlet, as its page says it.</summary>
internal sealed record HelpPage
{
    /// <summary>The cmdlet.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Synopsis { get; init; }

    /// <summary>Its parameter sets, the default one first.</summary>
    public required IReadOnlyList<HelpSyntax> Syntaxes { get; init; }

    /// <summary>What it does and what one must know before.</summary>
    public required IReadOnlyList<ProseBlock> Description { get; init; }

    /// <summary>Its examples.</summary>
    public required IReadOnlyList<HelpExample> Examples { get; init; }

    /// <summary>Its parameters, without those that all cmdlets have.</summary>
    public required IReadOnlyList<HelpParameter> Parameters { get; init; }

    /// <summary>What it takes from the pipeline.</summary>
    public required IReadOnlyList<HelpType> Inputs { get; init; }

    /// <summary>What it emits.</summary>
    public required IReadOnlyList<HelpType> Outputs { get; init; }

    /// <summary>What else there is to know.</summary>
    public required IReadOnlyList<ProseBlock> Notes { get; init; }

    /// <summary>Where to read on.</summary>
    public required IReadOnlyList<HelpLink> Links { get; init; }
}
