using System.Globalization;

namespace CisPosture;

/// <summary>The roll-up of findings: a verdict for each control, counts and a score. Emitted by Measure-CisFinding.</summary>
public sealed class CisSummary
{
    /// <summary>The account; null where the summary is over all accounts.</summary>
    public string? AccountId { get; init; }

    /// <summary>How many accounts the findings are of.</summary>
    public required int AccountCount { get; init; }

    /// <summary>How many controls there are, those without data included.</summary>
    public required int ControlCount { get; init; }

    /// <summary>How many controls passed.</summary>
    public required int PassedControls { get; init; }

    /// <summary>How many controls failed.</summary>
    public required int FailedControls { get; init; }

    /// <summary>How many controls could not be decided.</summary>
    public required int UnknownControls { get; init; }

    /// <summary>How many controls have nothing but suppressed findings.</summary>
    public required int SuppressedControls { get; init; }

    /// <summary>How many controls have no finding.</summary>
    public required int NoDataControls { get; init; }

    /// <summary>How many findings there are.</summary>
    public required int FindingCount { get; init; }

    /// <summary>How many findings are suppressed. They count neither against a control nor among those of their status.</summary>
    public required int SuppressedFindings { get; init; }

    /// <summary>How many findings there are of each status, without the suppressed ones.</summary>
    public required IReadOnlyDictionary<string, int> FindingsByStatus { get; init; }

    /// <summary>How many controls of each severity failed.</summary>
    public required IReadOnlyDictionary<string, int> FailedBySeverity { get; init; }

    /// <summary>
    /// Passed controls among those that passed, failed or could not be decided, in percent with one decimal, rounded down so that only
    /// perfection is 100; null where there are none.
    /// </summary>
    public required double? Score { get; init; }

    /// <summary>The verdict on each control, in the order of their numbers.</summary>
    public required IReadOnlyList<CisControlVerdict> Verdicts { get; init; }

    /// <summary>One line, such as "43 controls: 40 passed, 2 failed, 1 unknown. Score 93 %.".</summary>
    public string Text => $"{Account}{Count(ControlCount, "control")}: {PassedControls} passed, {FailedControls} failed, {UnknownControls} unknown{Suppressed}{NoData}. {ScoreText}";

    private string Account => AccountId is null ? string.Empty : $"Account {AccountId}, ";

    private string Suppressed => SuppressedControls == 0 ? string.Empty : $", {SuppressedControls} suppressed";

    private string NoData => NoDataControls == 0 ? string.Empty : $", {NoDataControls} without data";

    private string ScoreText => Score is { } score ? string.Format(CultureInfo.InvariantCulture, "Score {0:0.#} %.", score) : "No score.";

    /// <summary>Rolls findings up.</summary>
    /// <param name="findings">Findings of any number of controls and accounts, in any order.</param>
    /// <returns>The roll-up over all of them.</returns>
    public static CisSummary Of(IEnumerable<CisFinding> findings)
    {
        var builder = new SummaryBuilder();
        foreach (var finding in findings)
        {
            builder.Add(finding);
        }

        return builder.Build();
    }

    /// <inheritdoc cref="Text"/>
    public override string ToString() => Text;

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
