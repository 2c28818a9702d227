namespace CisPosture.SecurityHub;

/// <summary>Which findings of a hub to read. Of the values of a member one must hold, and all members must; an empty one asks for all.</summary>
internal sealed record HubFilter
{
    /// <summary>The names of findings.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>What the names of findings begin with.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The product.</summary>
    public string? ProductArn { get; init; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<string> GeneratorIds { get; init; } = [];

    /// <summary>What the rules begin with.</summary>
    public IReadOnlyList<string> GeneratorPrefixes { get; init; } = [];

    /// <summary>The controls in the numbering that all standards share.</summary>
    public IReadOnlyList<string> SecurityControlIds { get; init; } = [];

    /// <summary>The standard that findings serve.</summary>
    public string? StandardsId { get; init; }

    /// <summary>The accounts.</summary>
    public IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>The verdicts.</summary>
    public IReadOnlyList<FindingStatus> Statuses { get; init; } = [];

    /// <summary>Whether archived findings are left out.</summary>
    public bool IsActive { get; init; }
}
