using CisPosture.Core.Tests.Controls;

namespace CisPosture.Core.Tests.Measures;

public sealed partial class SummaryBuilderTests
{
    private const string Passed = nameof(FindingStatus.Passed);
    private const string Failed = nameof(FindingStatus.Failed);
    private const string Warning = nameof(FindingStatus.Warning);
    private const string NotAvailable = nameof(FindingStatus.NotAvailable);

    [Theory]
    [InlineData("Passed", Passed)]
    [InlineData("Passed", Passed, Passed)]
    [InlineData("Failed", Failed)]
    [InlineData("Failed", Passed, Failed)]
    [InlineData("Failed", Warning, Failed, NotAvailable)]
    [InlineData("Unknown", Warning)]
    [InlineData("Unknown", NotAvailable)]
    [InlineData("Unknown", Passed, Warning)]
    [InlineData("Unknown", Passed, Passed, NotAvailable)]
    public void A_control_comes_to_what_Security_Hub_rolls_up(string verdict, params string[] statuses)
    {
        var control = Assert.Single(Summary([.. statuses.Select(status => new Row("1.2", status))]).Verdicts);
        Assert.Equal(verdict, control.Verdict);
        Assert.Equal(statuses.Length, control.FindingCount);
    }

    [Fact]
    public void A_control_without_findings_has_no_data_and_does_not_count_for_the_score()
    {
        var builder = new SummaryBuilder(BenchmarkCatalogue.Current.Select(["1.2", "1.10", "4.1"]));
        builder.Add("1.10", Passed, "Low");
        var summary = builder.Build();
        Assert.Equal(["NoData", "Passed", "NoData"], summary.Verdicts.Select(control => control.Verdict));
        Assert.Equal((3, 2, 100.0), (summary.ControlCount, summary.NoDataControls, summary.Score));
        Assert.Equal("3 controls: 1 passed, 0 failed, 0 unknown, 2 without data. Score 100 %.", summary.Text);
        Assert.Equal("Ensure no security groups allow ingress from 0.0.0.0/0 to port 22", summary.Verdicts[2].Title);
        Assert.Equal("High", summary.Verdicts[2].Severity);
    }

    [Fact]
    public void A_failed_account_is_said_in_one_line()
    {
        var builder = new SummaryBuilder(BenchmarkCatalogue.Current.Controls);
        foreach (var control in BenchmarkCatalogue.Current.Controls)
        {
            builder.Add(control.Id, Failed, control.Severity, Judging.AccountId, control.Title);
        }

        var summary = builder.Build();
        Assert.Equal("43 controls: 0 passed, 43 failed, 0 unknown. Score 0 %.", summary.Text);
        Assert.Equal(summary.Text, summary.ToString());
        Assert.Equal((7, 3, 26, 7), (summary.FailedBySeverity["Critical"], summary.FailedBySeverity["High"], summary.FailedBySeverity["Medium"], summary.FailedBySeverity["Low"]));
        Assert.Equal((0, 43, 0, 0), (summary.FindingsByStatus[Passed], summary.FindingsByStatus[Failed], summary.FindingsByStatus[Warning], summary.FindingsByStatus[NotAvailable]));
    }

    [Theory]
    [InlineData(42, 1, 0, "43 controls: 42 passed, 1 failed, 0 unknown. Score 97.6 %.")]
    [InlineData(43, 0, 0, "43 controls: 43 passed, 0 failed, 0 unknown. Score 100 %.")]
    [InlineData(1, 0, 2, "3 controls: 1 passed, 0 failed, 2 unknown. Score 33.3 %.")]
    [InlineData(2, 1, 1, "4 controls: 2 passed, 1 failed, 1 unknown. Score 50 %.")]
    [InlineData(0, 1, 0, "1 control: 0 passed, 1 failed, 0 unknown. Score 0 %.")]
    [InlineData(1999, 1, 0, "2000 controls: 1999 passed, 1 failed, 0 unknown. Score 99.9 %.")]
    public void The_score_is_what_passed_among_what_was_asked_and_never_rounds_up(int passed, int failed, int unknown, string text)
    {
        string[] statuses = [.. Enumerable.Repeat(Passed, passed), .. Enumerable.Repeat(Failed, failed), .. Enumerable.Repeat(Warning, unknown)];
        Assert.Equal(text, Summary([.. statuses.Select((status, index) => new Row($"{1 + (index / 900)}.{1 + (index % 900)}", status))]).Text);
    }

    [Fact]
    public void What_is_suppressed_does_not_count()
    {
        var builder = new SummaryBuilder();
        builder.Add("1.2", Failed, "Medium", isSuppressed: true);
        builder.Add("1.2", Passed, "Medium");
        builder.Add("1.3", Failed, "Medium", isSuppressed: true);
        builder.Add("1.4", Failed, "Medium", isSuppressed: true);
        builder.Add("1.4", Failed, "Medium");
        var summary = builder.Build();
        Assert.Equal("3 controls: 1 passed, 1 failed, 0 unknown, 1 suppressed. Score 50 %.", summary.Text);
        Assert.Equal(["Passed", "Suppressed", "Failed"], summary.Verdicts.Select(control => control.Verdict));
        Assert.Equal((5, 3, 1), (summary.FindingCount, summary.SuppressedFindings, summary.FindingsByStatus[Failed]));
        Assert.Equal("1.4 Failed: 1 failed, 1 suppressed", summary.Verdicts[2].ToString());
    }

    [Fact]
    public void Nothing_has_no_score()
    {
        var summary = new SummaryBuilder().Build();
        Assert.Equal("0 controls: 0 passed, 0 failed, 0 unknown. No score.", summary.Text);
        Assert.Null(summary.Score);
        Assert.Equal(0, summary.AccountCount);
        Assert.Empty(new SummaryBuilder().BuildByAccount());
    }

    [Fact]
    public void Controls_stand_in_the_order_of_their_numbers() =>
        Assert.Equal(["1.1", "1.2", "1.10", "3.2", "3.10"], Summary([.. new[] { "3.10", "1.10", "1.2", "3.2", "1.1" }.Select(id => new Row(id, Passed))]).Verdicts.Select(control => control.ControlId));

    [Fact]
    public void Findings_of_the_evaluator_can_be_added_as_they_are()
    {
        var builder = new SummaryBuilder();
        builder.Add(new CisFinding
        {
            FindingId = "x",
            ControlId = "1.10",
            Title = "Reuse",
            Severity = "Low",
            Status = Failed,
            ReasonCode = ReasonCode.NonCompliant,
            Reason = "Nothing is remembered.",
            AccountId = Judging.AccountId,
            Region = "us-east-1",
            ResourceType = "AwsAccount",
            ResourceId = "AWS::::Account:111122223333",
            Evidence = new Dictionary<string, object?>(StringComparer.Ordinal),
            Notes = [],
            Guidance = "Remember 24.",
            ObservedAt = Judging.Now,
        });
        var control = Assert.Single(builder.Build().Verdicts);
        Assert.Equal(("1.10", "Reuse", "Low", "Failed"), (control.ControlId, control.Title, control.Severity, control.Verdict));
        Assert.Equal("1.10 Failed: 1 failed", control.ToString());
    }

    [Fact]
    public void Over_accounts_a_control_fails_where_one_account_fails_and_each_account_has_its_own_verdict()
    {
        var builder = new SummaryBuilder();
        builder.Add("2.1", Failed, "Critical", "444455556666");
        builder.Add("2.1", Passed, "Critical", "111122223333");
        var all = builder.Build();
        Assert.Equal(("Failed", 2), (Assert.Single(all.Verdicts).Verdict, all.AccountCount));
        Assert.Null(all.AccountId);
        var accounts = builder.BuildByAccount();
        Assert.Equal(["111122223333", "444455556666"], accounts.Select(account => account.AccountId));
        Assert.Equal(["Passed", "Failed"], accounts.Select(account => Assert.Single(account.Verdicts).Verdict));
        Assert.Equal("Account 111122223333, 1 control: 1 passed, 0 failed, 0 unknown. Score 100 %.", accounts[0].Text);
    }

    [Fact]
    public void An_account_of_which_a_chosen_control_has_no_finding_says_so()
    {
        var builder = new SummaryBuilder(BenchmarkCatalogue.Current.Select(["2.1", "2.2"]));
        builder.Add("2.1", Passed, "Critical", "111122223333");
        builder.Add("2.2", Passed, "Low", "444455556666");
        Assert.All(builder.BuildByAccount(), account => Assert.Equal(1, account.NoDataControls));
        Assert.Equal(0, builder.Build().NoDataControls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Findings_whose_account_is_not_known_count_together(string? account)
    {
        var builder = new SummaryBuilder();
        builder.Add("2.1", Passed, "Critical", account);
        var summary = Assert.Single(builder.BuildByAccount());
        Assert.Null(summary.AccountId);
        Assert.StartsWith("1 control:", summary.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("passed", "CRITICAL")]
    [InlineData("PASSED", "critical")]
    public void Names_are_read_in_any_case(string status, string severity)
    {
        var builder = new SummaryBuilder();
        builder.Add("2.1", status, severity);
        Assert.Equal(("Passed", "Critical"), Assert.Single(builder.Build().Verdicts.Select(control => (control.Verdict, control.Severity))));
    }

    [Theory]
    [InlineData(null, Passed, "Low", "ControlId is ''")]
    [InlineData("", Passed, "Low", "ControlId is ''")]
    [InlineData("IAM.5", Passed, "Low", "ControlId is 'IAM.5'")]
    [InlineData("1.1", null, "Low", "Status is ''")]
    [InlineData("1.1", "Compliant", "Low", "Status is 'Compliant'")]
    [InlineData("1.1", "1", "Low", "Status is '1'")]
    [InlineData("1.1", Passed, null, "Severity is ''")]
    [InlineData("1.1", Passed, "3", "Severity is '3'")]
    [InlineData("1.1", Passed, "Low,High", "Severity is 'Low,High'")]
    public void What_is_no_finding_is_an_error_and_changes_no_count(string? controlId, string? status, string? severity, string named)
    {
        var builder = new SummaryBuilder();
        var error = Assert.Throws<PostureException>(() => builder.Add(controlId, status, severity));
        Assert.Equal(ErrorId.FindingInvalid, error.ErrorId);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (builder.Build().ControlCount, builder.Build().AccountCount));
    }

    [Fact]
    public void A_summary_can_be_asked_for_midway()
    {
        var builder = new SummaryBuilder();
        builder.Add("1.1", Passed, "Low");
        var early = builder.Build();
        builder.Add("1.1", Failed, "Low");
        Assert.Equal("Passed", Assert.Single(early.Verdicts).Verdict);
        Assert.Equal("Failed", Assert.Single(builder.Build().Verdicts).Verdict);
    }

    private static SummaryBuilder Filled(IEnumerable<Row> rows)
    {
        var builder = new SummaryBuilder();
        foreach (var row in rows)
        {
            builder.Add(row.ControlId, row.Status, row.Severity, row.AccountId, row.Title);
        }

        return builder;
    }

    private static CisSummary Summary(IEnumerable<Row> rows) => Filled(rows).Build();

    // All that a summary says, accounts included.
    private static string Told(Row[] rows)
    {
        var builder = Filled(rows);
        return string.Join('\n', builder.BuildByAccount().Prepend(builder.Build()).Select(summary => System.Text.Json.JsonSerializer.Serialize(summary)));
    }

    private sealed record Row(string ControlId, string Status, string Severity = "Medium", string AccountId = Judging.AccountId, string? Title = null);
}
