using System.Globalization;

namespace CisPosture.Reports.Html;

/// <summary>A control in the picture of all controls.</summary>
internal sealed class ControlTile
{
    private readonly CisControlVerdict _verdict;

    private ControlTile(CisControlVerdict verdict) => _verdict = verdict;

    /// <summary>The control.</summary>
    public string Id => _verdict.ControlId;

    /// <summary>The name under which styles and pictures know its verdict.</summary>
    public string Key => VerdictShare.KeyOf(_verdict.Verdict);

    /// <summary>The control, its severity and what its findings come to.</summary>
    public string Description => $"{_verdict.ControlId} {_verdict.Title}. {_verdict.Severity}. {VerdictShare.NameOf(_verdict.Verdict)}: {Counts}.";

    /// <summary>How many findings failed and are not suppressed, where any did.</summary>
    public string Failed => _verdict.FailedCount switch
    {
        0 => string.Empty,
        < 1000 and var few => few.ToString(CultureInfo.InvariantCulture),
        < 10_000 and var many => $"{(many / 100 / 10.0).ToString("0.#", CultureInfo.InvariantCulture)}k",
        var most => $"{(most / 1000).ToString(CultureInfo.InvariantCulture)}k",
    };

    private string Counts => CountText.Of(
        (_verdict.PassedCount, "passed"),
        (_verdict.FailedCount, "failed"),
        (_verdict.WarningCount, "warnings"),
        (_verdict.NotAvailableCount, "not available"),
        (_verdict.SuppressedCount, "suppressed"));

    /// <summary>The tiles of each section.</summary>
    /// <param name="verdicts">The verdicts of a roll-up, in the order of their numbers.</param>
    /// <returns>The sections in the order of the benchmark.</returns>
    public static IReadOnlyList<TileRow> Rows(IEnumerable<CisControlVerdict> verdicts) =>
        [.. verdicts.GroupBy(verdict => BenchmarkSection.Of(verdict.ControlId)).Select(group => new TileRow(group.Key, [.. group.Select(verdict => new ControlTile(verdict))]))];
}
