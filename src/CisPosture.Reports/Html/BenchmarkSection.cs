namespace CisPosture.Reports.Html;

/// <summary>The chapters of the benchmark.</summary>
internal static class BenchmarkSection
{
    private const string Others = "Other controls";

    private static readonly IReadOnlyDictionary<int, string> ByChapter = BenchmarkCatalogue.Current.Controls
        .GroupBy(control => control.Number.Chapter)
        .ToDictionary(chapter => chapter.Key, chapter => chapter.First().Section);

    /// <summary>The name of a control's chapter. Findings of other tools may name controls that Security Hub does not judge, but no chapter is split by that.</summary>
    /// <param name="controlId">The control, such as "3.10".</param>
    /// <returns>The name.</returns>
    public static string Of(string controlId) => ByChapter.TryGetValue(ControlId.Parse(controlId).Chapter, out var name) ? name : Others;
}
