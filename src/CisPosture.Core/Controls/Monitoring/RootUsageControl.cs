using System.Globalization;
using CisPosture.Accounts;

namespace CisPosture.Controls.Monitoring;

/// <summary>1.1: judged exactly as 3.3, from the alarm on root's activity; when root was last used is told but does not count.</summary>
internal sealed class RootUsageControl : Control
{
    private const string WindowDays = "RootUsageWindowDays";

    private readonly MetricAlarmControl _alarm;

    public RootUsageControl(CisControl definition)
        : base(definition) => _alarm = new MetricAlarmControl(definition);

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => _alarm.Needs(settings);

    public override IReadOnlyList<EvidenceKind> Welcomes(ControlSettings settings) => [.. _alarm.Welcomes(settings), EvidenceKind.CredentialReport];

    public override string SummarizePassed(int count) => _alarm.SummarizePassed(count);

    public override IEnumerable<Verdict> Judge(AccountEvidence evidence, ControlSettings settings)
    {
        var lastUse = LastUse(evidence);
        return _alarm.Judge(evidence, settings).Select(verdict => lastUse is null ? verdict : WithLastUse(verdict, lastUse.Value, evidence, settings));
    }

    // An old password date must not hide a key that was used today, so the latest of the three counts.
    private static DateTimeOffset? LastUse(AccountEvidence evidence) => evidence.CredentialReport.TryGet(out var report, out _)
        ? report.Rows.Where(row => row.IsRoot).SelectMany(row => row.AccessKeys.Select(key => key.LastUsed).Prepend(row.PasswordLastUsed)).Max()
        : null;

    private static Verdict WithLastUse(Verdict verdict, DateTimeOffset lastUse, AccountEvidence evidence, ControlSettings settings)
    {
        var facts = verdict.Facts.ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        facts["RootLastUsed"] = lastUse.ToString("o", CultureInfo.InvariantCulture);
        var days = Math.Max(0, (int)(evidence.ObservedAt - lastUse).TotalDays);
        var window = settings.Number(WindowDays);
        var date = lastUse.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        IReadOnlyList<string> notes = days <= window
            ? [.. verdict.Notes, $"Root was last used on {date}, {Ago(days)}; the verdict does not depend on it."]
            : verdict.Notes;
        return verdict with
        {
            Facts = facts,
            Notes = notes,
            Strict = verdict.Strict is null ? null : WithLastUse(verdict.Strict, lastUse, evidence, settings),
        };
    }

    private static string Ago(int days) => days switch
    {
        0 => "less than a day ago",
        1 => "1 day ago",
        _ => $"{days} days ago",
    };
}
