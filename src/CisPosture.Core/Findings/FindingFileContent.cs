namespace CisPosture.Findings;

/// <summary>What a file tells of itself, as far as is needed to know whether findings stand in it.</summary>
internal sealed record FindingFileContent
{
    public string? Schema { get; init; }

    public int? Version { get; init; }

    public IReadOnlyList<CisFinding>? Findings { get; init; }

    /// <summary>Stands in a file that is nothing but one finding.</summary>
    public string? FindingId { get; init; }
}
