namespace CisPosture.Reports.Html;

/// <summary>How many findings there are of a status.</summary>
/// <param name="Key">The name under which styles and pictures know it.</param>
/// <param name="Name">The words for it.</param>
/// <param name="Count">How many.</param>
internal sealed record StatusCount(string Key, string Name, string Count)
{
    public static IReadOnlyList<StatusCount> Of(CisSummary summary) =>
    [
        Row("failed", "Failed", summary.FindingsByStatus[nameof(FindingStatus.Failed)]),
        Row("warning", "Warning", summary.FindingsByStatus[nameof(FindingStatus.Warning)]),
        Row("unknown", "Not available", summary.FindingsByStatus[nameof(FindingStatus.NotAvailable)]),
        Row("suppressed", "Suppressed", summary.SuppressedFindings),
        Row("passed", "Passed", summary.FindingsByStatus[nameof(FindingStatus.Passed)]),
    ];

    private static StatusCount Row(string key, string name, int count) => new(key, name, CountText.Of(count));
}
