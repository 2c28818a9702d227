namespace CisPosture.Repairs;

/// <summary>A repair as its data file describes it.</summary>
internal sealed record RepairDefinition
{
    /// <summary>The cmdlet.</summary>
    public required string Command { get; init; }

    /// <summary>The cmdlets of the repairs that come before it where both are asked for.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What it takes, by control.</summary>
    public required IReadOnlyList<RepairRow> Rows { get; init; }

    /// <summary>What it takes for one control; null where it does not mend it.</summary>
    public RepairRow? Row(string controlId) => Rows.FirstOrDefault(row => row.Controls.Contains(controlId, StringComparer.Ordinal));
}
