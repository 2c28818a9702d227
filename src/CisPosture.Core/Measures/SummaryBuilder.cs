using System.Collections.ObjectModel;

namespace CisPosture;

/// <summary>
/// Rolls findings up as they come, without keeping them. A control failed where any finding of it failed; it is unknown where any other is a
/// warning or not available; it passed where all passed; without findings it has no data. Findings that a rule suppresses do not count.
/// </summary>
public sealed class SummaryBuilder
{
    private static readonly IReadOnlyDictionary<string, Severity> SeverityByName = NamesOf<Severity>();
    private static readonly IReadOnlyDictionary<string, FindingStatus> StatusByName = NamesOf<FindingStatus>();

    private readonly IReadOnlyList<CisControl> _expected;
    private readonly Dictionary<string, Dictionary<ControlId, FindingTally>> _accounts = new(StringComparer.Ordinal);

    /// <summary>Makes a builder for whatever findings come.</summary>
    public SummaryBuilder()
        : this([])
    {
    }

    /// <summary>Makes a builder for findings of chosen controls.</summary>
    /// <param name="expected">Controls to list even where no finding of them comes.</param>
    public SummaryBuilder(IEnumerable<CisControl> expected) => _expected = [.. expected];

    /// <summary>Counts a finding.</summary>
    /// <param name="finding">The finding.</param>
    public void Add(CisFinding finding) => Add(finding.ControlId, finding.Status, finding.Severity, finding.AccountId, finding.Title, finding.Suppression is not null);

    /// <summary>Counts a finding of which only texts are left, as after a job, remoting or a file.</summary>
    /// <param name="controlId">The control, such as "3.10".</param>
    /// <param name="status">A name of <see cref="FindingStatus"/>, in any case.</param>
    /// <param name="severity">A name of <see cref="Severity"/>, in any case.</param>
    /// <param name="accountId">The account; null or empty where it is not known.</param>
    /// <param name="title">The control's title; null where it is not known.</param>
    /// <param name="isSuppressed">Whether a rule accepts the finding.</param>
    /// <exception cref="PostureException">The texts are not those of a finding.</exception>
    public void Add(string? controlId, string? status, string? severity, string? accountId = null, string? title = null, bool isSuppressed = false)
    {
        if (!ControlId.TryParse(controlId, out var control))
        {
            throw Invalid("ControlId", controlId, "a chapter and a number such as 3.10");
        }

        var read = (Status: Read(StatusByName, "Status", status), Severity: Read(SeverityByName, "Severity", severity));
        var tally = TallyOf(accountId ?? string.Empty, control);
        tally.Describe(read.Severity, title);
        if (isSuppressed)
        {
            tally.AddSuppressed();
        }
        else
        {
            tally.Add(read.Status);
        }
    }

    /// <summary>The roll-up over all accounts. More findings may be added afterwards.</summary>
    /// <returns>The summary.</returns>
    public CisSummary Build() => Summarize(accountId: null, _accounts.Count, _accounts.Values.SelectMany(tallies => tallies.Values));

    /// <summary>The roll-up of each account by itself.</summary>
    /// <returns>A summary for each account, in the order of their numbers; findings whose account is not known come first, together.</returns>
    public IReadOnlyList<CisSummary> BuildByAccount() =>
        [.. _accounts.OrderBy(account => account.Key, StringComparer.Ordinal).Select(account => Summarize(account.Key.Length == 0 ? null : account.Key, accountCount: 1, account.Value.Values))];

    private static IReadOnlyDictionary<string, T> NamesOf<T>()
        where T : struct, Enum =>
        Enum.GetValues(typeof(T)).Cast<T>().ToDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);

    private static T Read<T>(IReadOnlyDictionary<string, T> names, string member, string? text) =>
        text is not null && names.TryGetValue(text, out var value) ? value : throw Invalid(member, text, $"one of {string.Join(", ", names.Keys)}");

    private static PostureException Invalid(string member, string? text, string expected) =>
        new(ErrorId.FindingInvalid, $"This is not a finding: its {member} is '{text}', where {expected} is expected. Pass on what Test-CisControl emits.", text);

    private FindingTally TallyOf(string accountId, ControlId control)
    {
        if (!_accounts.TryGetValue(accountId, out var tallies))
        {
            _accounts[accountId] = tallies = [];
        }

        if (!tallies.TryGetValue(control, out var tally))
        {
            tallies[control] = tally = new FindingTally(control);
        }

        return tally;
    }

    private CisSummary Summarize(string? accountId, int accountCount, IEnumerable<FindingTally> tallies)
    {
        var verdicts = Verdicts(tallies);
        var passed = CountOf(verdicts, ControlVerdict.Passed);
        var failed = verdicts.Where(verdict => verdict.Verdict == nameof(ControlVerdict.Failed)).ToList();
        var unknown = CountOf(verdicts, ControlVerdict.Unknown);
        return new CisSummary
        {
            AccountId = accountId,
            AccountCount = accountCount,
            ControlCount = verdicts.Count,
            PassedControls = passed,
            FailedControls = failed.Count,
            UnknownControls = unknown,
            SuppressedControls = CountOf(verdicts, ControlVerdict.Suppressed),
            NoDataControls = CountOf(verdicts, ControlVerdict.NoData),
            FindingCount = verdicts.Sum(verdict => verdict.FindingCount),
            SuppressedFindings = verdicts.Sum(verdict => verdict.SuppressedCount),
            FindingsByStatus = new ReadOnlyDictionary<string, int>(new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
            {
                [nameof(FindingStatus.Passed)] = verdicts.Sum(verdict => verdict.PassedCount),
                [nameof(FindingStatus.Failed)] = verdicts.Sum(verdict => verdict.FailedCount),
                [nameof(FindingStatus.Warning)] = verdicts.Sum(verdict => verdict.WarningCount),
                [nameof(FindingStatus.NotAvailable)] = verdicts.Sum(verdict => verdict.NotAvailableCount),
            }),
            FailedBySeverity = new ReadOnlyDictionary<string, int>(SeverityByName.Keys.ToDictionary(
                severity => severity,
                severity => failed.Count(verdict => verdict.Severity == severity),
                StringComparer.OrdinalIgnoreCase)),
            Score = Score(passed, passed + failed.Count + unknown),
            Verdicts = verdicts,
        };
    }

    private IReadOnlyList<CisControlVerdict> Verdicts(IEnumerable<FindingTally> tallies)
    {
        var merged = new Dictionary<ControlId, FindingTally>();
        foreach (var control in _expected)
        {
            merged[control.Number] = new FindingTally(control.Number);
            merged[control.Number].Describe(SeverityByName[control.Severity], control.Title);
        }

        foreach (var tally in tallies)
        {
            if (!merged.TryGetValue(tally.Control, out var sum))
            {
                merged[tally.Control] = sum = new FindingTally(tally.Control);
            }

            sum.Add(tally);
        }

        return [.. merged.Values.OrderBy(tally => tally.Control).Select(tally => tally.ToVerdict())];
    }

    // In whole tenths, so that 42 of 43 is 97.6 and never rounds up to a hundred.
    private static double? Score(int passed, int decided) => decided == 0 ? null : (passed * 1000L / decided) / 10.0;

    private static int CountOf(IEnumerable<CisControlVerdict> verdicts, ControlVerdict wanted) => verdicts.Count(verdict => verdict.Verdict == wanted.ToString());
}
