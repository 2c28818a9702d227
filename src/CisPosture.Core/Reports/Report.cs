namespace CisPosture.Reports;

/// <summary>What a report tells, whatever its format.</summary>
public sealed record Report
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The findings in the order in which they came. They may be read several times.</summary>
    public required IReadOnlyList<CisFinding> Findings { get; init; }

    /// <summary>The roll-up over all findings.</summary>
    public required CisSummary Summary { get; init; }

    /// <summary>The roll-up of each account, in the order of their numbers.</summary>
    public required IReadOnlyList<CisSummary> AccountSummaries { get; init; }

    /// <summary>The accounts that findings are of, in the order of their numbers.</summary>
    public required IReadOnlyList<string> AccountIds { get; init; }

    /// <summary>The Regions that findings are of, in the order of their names.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>When the earliest evidence was read; null where there are no findings.</summary>
    public DateTimeOffset? ObservedFrom { get; init; }

    /// <summary>When the latest evidence was read; null where there are no findings.</summary>
    public DateTimeOffset? ObservedTo { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The version of the module that made it.</summary>
    public required string ModuleVersion { get; init; }

    /// <summary>Earlier scans of the same accounts, the oldest first; empty where no store was named.</summary>
    public IReadOnlyList<CisScan> Trend { get; init; } = [];

    /// <summary>The ending of the file's name in lower case, such as .yaml, for a format that has several kinds of files; empty where the name has none.</summary>
    public string FileExtension { get; init; } = string.Empty;
}
