using System.Collections;
using CisPosture.Accounts;
using CisPosture.Controls;
using static CisPosture.Core.Tests.Controls.Monitoring.AlarmChains;

namespace CisPosture.Core.Tests.Controls.Monitoring;

public sealed class RootUsageControlTests
{
    private static readonly DateTimeOffset Now = Judging.Now;

    public static TheoryData<string> EveryCase() => [.. ChainCases.All.Select(chain => chain.Name)];

    [Theory]
    [MemberData(nameof(EveryCase))]
    public void It_always_has_the_verdict_of_3_3_from_the_same_links(string name)
    {
        var account = ChainCases.Find(name).Account("3.3");

        foreach (var strict in new[] { false, true })
        {
            var root = Judging.JudgeOne("1.1", account, strict);
            var alarm = Judging.JudgeOne("3.3", account, strict);

            Assert.Equal((alarm.Status, alarm.ReasonCode, alarm.Reason), (root.Status, root.ReasonCode, root.Reason));
            Assert.Equal(alarm.Notes, root.Notes);
            Assert.Equivalent(alarm.Evidence, root.Evidence, strict: true);
        }
    }

    [Fact]
    public void The_severities_differ()
    {
        Assert.Equal("Critical", Judging.JudgeOne("1.1", Complete("1.1")).Severity);
        Assert.Equal("Medium", Judging.JudgeOne("3.3", Complete("3.3")).Severity);
        Assert.Equal(BenchmarkCatalogue.Current["3.3"].FilterPattern, BenchmarkCatalogue.Current["1.1"].FilterPattern);
        Assert.Equal("CIS-1.1-RootAccountUsage", BenchmarkCatalogue.Current["1.1"].AlarmName);
    }

    [Fact]
    public void The_quoted_title_is_kept() =>
        Assert.Contains("\"root\"", Judging.JudgeOne("3.3", Complete("3.3")).Title, StringComparison.Ordinal);

    [Fact]
    public void Root_used_today_passes_on_a_complete_chain_with_a_note()
    {
        var finding = Judging.JudgeOne("1.1", Complete("1.1") with { CredentialReport = Report(passwordLastUsed: Now.AddHours(-2)) });

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(["Root was last used on 2026-06-15, less than a day ago; the verdict does not depend on it."], finding.Notes);
        Assert.Equal("2026-06-15T10:00:00.0000000+00:00", finding.Evidence["RootLastUsed"]);
    }

    [Fact]
    public void Root_never_used_fails_without_an_alarm()
    {
        var finding = Judging.JudgeOne("1.1", Complete("1.1").WithAlarms(Region) with { CredentialReport = Report() });

        Assert.Equal(("Failed", ReasonCode.AlarmsNotPresent), (finding.Status, finding.ReasonCode));
        Assert.DoesNotContain("RootLastUsed", finding.Evidence.Keys);
    }

    [Theory]
    [InlineData(true, "Passed")]
    [InlineData(false, "Failed")]
    public void Root_credentials_removed_centrally_are_judged_by_the_chain(bool isComplete, string expected)
    {
        var account = Complete("1.1") with
        {
            CredentialReport = Report(),
            AccountSummary = Evidence.Of(new AccountSummary { AccountAccessKeysPresent = 0, AccountMfaEnabled = 0, AccountPasswordPresent = 0 }),
        };

        Assert.Equal(expected, Judging.JudgeOne("1.1", isComplete ? account : account.WithFilters(Region)).Status);
    }

    [Theory]
    [InlineData(400, 3, null, "2026-06-12")]
    [InlineData(400, null, 2, "2026-06-13")]
    [InlineData(1, 3, 300, "2026-06-14")]
    [InlineData(null, null, 5, "2026-06-10")]
    public void The_latest_of_the_three_dates_counts(int? password, int? firstKey, int? secondKey, string date)
    {
        var report = Report(Ago(password), Ago(firstKey), Ago(secondKey));

        Assert.StartsWith(date, (string)Judging.JudgeOne("1.1", Complete("1.1") with { CredentialReport = report }).Evidence["RootLastUsed"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, 90, true)]
    [InlineData(91, 90, false)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(365, 3650, true)]
    public void Only_a_use_within_the_window_is_noted(int daysAgo, int window, bool isNoted)
    {
        var account = Complete("1.1") with { CredentialReport = Report(Ago(daysAgo)) };

        var finding = Judging.JudgeOne("1.1", account, parameters: new Hashtable { ["RootUsageWindowDays"] = window });

        Assert.Equal(isNoted, finding.Notes.Count > 0);
        Assert.Equal("Passed", finding.Status);
    }

    [Fact]
    public void A_use_after_the_evidence_was_read_counts_as_today()
    {
        var finding = Judging.JudgeOne("1.1", Complete("1.1") with { CredentialReport = Report(Now.AddMinutes(5)) });

        Assert.Contains(finding.Notes, note => note.Contains("less than a day ago", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_users_do_not_count_as_root()
    {
        var user = new CredentialReportRow { UserName = "root-admin", Arn = $"arn:aws:iam::{Judging.AccountId}:user/root-admin", PasswordLastUsed = Now };
        var report = new CredentialReport { GeneratedTime = Now, Rows = [user] };

        Assert.Empty(Judging.JudgeOne("1.1", Complete("1.1") with { CredentialReport = Evidence.Of(report) }).Notes);
    }

    [Fact]
    public void A_missing_credential_report_changes_nothing()
    {
        var gap = Judging.Denied("iam:GetCredentialReport");

        var finding = Judging.JudgeOne("1.1", Complete("1.1") with { CredentialReport = Evidence.Missing<CredentialReport>(gap) });

        Assert.Equal("Passed", finding.Status);
        Assert.Empty(finding.Notes);
    }

    [Fact]
    public void Both_modes_tell_of_the_last_use()
    {
        var account = CompleteIn(OtherRegion, "1.1") with { CredentialReport = Report(Now.AddDays(-1)) };

        Assert.Contains(Judging.JudgeOne("1.1", account).Notes, note => note.Contains("1 day ago", StringComparison.Ordinal));
        Assert.Contains(Judging.JudgeOne("1.1", account, strict: true).Notes, note => note.Contains("1 day ago", StringComparison.Ordinal));
    }

    [Fact]
    public void The_credential_report_is_welcome_but_not_needed()
    {
        var definition = BenchmarkCatalogue.Current["1.1"];
        var evaluator = new ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false);

        Assert.DoesNotContain(EvidenceKind.CredentialReport, evaluator.Needs(definition));
        Assert.Contains(EvidenceKind.CredentialReport, evaluator.Reads(definition));
        Assert.Equal(evaluator.Needs(BenchmarkCatalogue.Current["3.3"]), evaluator.Needs(definition));
    }

    private static DateTimeOffset? Ago(int? days) => days is null ? null : Now.AddDays(-days.Value);

    private static Evidence<CredentialReport> Report(DateTimeOffset? passwordLastUsed = null, DateTimeOffset? firstKeyLastUsed = null, DateTimeOffset? secondKeyLastUsed = null)
    {
        var root = new CredentialReportRow
        {
            UserName = "<root_account>",
            Arn = $"arn:aws:iam::{Judging.AccountId}:root",
            PasswordLastUsed = passwordLastUsed,
            AccessKeys = [new ReportedAccessKey { Slot = 1, LastUsed = firstKeyLastUsed }, new ReportedAccessKey { Slot = 2, LastUsed = secondKeyLastUsed }],
        };
        return Evidence.Of(new CredentialReport { GeneratedTime = Now.AddHours(-1), Rows = [root] });
    }
}
