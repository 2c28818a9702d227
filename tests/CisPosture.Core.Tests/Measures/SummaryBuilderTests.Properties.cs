using CsCheck;

namespace CisPosture.Core.Tests.Measures;

public sealed partial class SummaryBuilderTests
{
    private static readonly Gen<Row> AnyRow = Gen.Select(
        OneOf("1.1", "1.2", "1.10", "2.3", "3.10", "9.9"),
        OneOf(Passed, Failed, Warning, NotAvailable),
        OneOf("Critical", "High", "Medium", "Low"),
        OneOf("111122223333", "444455556666", "777788889999"),
        OneOf<string?>("One title", "Another title", null),
        (control, status, severity, account, title) => new Row(control, status, severity, account, title));

    [Fact]
    public void The_order_of_findings_is_irrelevant() =>
        AnyRow.Array[0, 30].SelectMany(rows => Gen.Shuffle(rows), (rows, shuffled) => (rows, shuffled))
            .Sample((rows, shuffled) => Assert.Equal(Told(rows), Told(shuffled)));

    [Fact]
    public void Counts_add_up() =>
        AnyRow.Array[0, 40].Sample(rows =>
        {
            var summary = Summary(rows);
            Assert.Equal(rows.Length, summary.FindingCount);
            Assert.All(summary.FindingsByStatus, count => Assert.Equal(rows.Count(row => row.Status == count.Key), count.Value));
            Assert.Equal(4, summary.FindingsByStatus.Count);
            Assert.Equal(4, summary.FailedBySeverity.Count);
            Assert.Equal(summary.FailedControls, summary.FailedBySeverity.Values.Sum());
            Assert.Equal(summary.ControlCount, summary.PassedControls + summary.FailedControls + summary.UnknownControls + summary.NoDataControls);
            Assert.Equal(summary.ControlCount, summary.Verdicts.Count);
            Assert.Equal(rows.Length, summary.Verdicts.Sum(verdict => verdict.FindingCount));
            Assert.Equal(summary.Score is 100, summary.ControlCount > 0 && summary.PassedControls == summary.ControlCount);
        });

    [Fact]
    public void Accounts_add_up_to_the_whole() =>
        AnyRow.Array[0, 40].Sample(rows =>
        {
            var builder = Filled(rows);
            var whole = builder.Build();
            var accounts = builder.BuildByAccount();
            Assert.Equal(whole.AccountCount, accounts.Count);
            Assert.Equal(whole.FindingCount, accounts.Sum(account => account.FindingCount));
            foreach (var control in whole.Verdicts)
            {
                var parts = accounts.SelectMany(account => account.Verdicts).Where(part => part.ControlId == control.ControlId).ToList();
                Assert.Equal(control.FailedCount, parts.Sum(part => part.FailedCount));
                Assert.Equal(control.Verdict == "Failed", parts.Exists(part => part.Verdict == "Failed"));
                Assert.Equal(control.Verdict == "Passed", parts.TrueForAll(part => part.Verdict == "Passed"));
            }
        });

    [Fact]
    public void One_more_passed_finding_never_makes_a_verdict_worse_or_better_than_the_rest_allow() =>
        AnyRow.Array[1, 20].Sample(rows =>
        {
            var before = Summary(rows).Verdicts.ToDictionary(control => control.ControlId, control => control.Verdict, StringComparer.Ordinal);
            var after = Summary([.. rows, .. rows.Select(row => row with { Status = Passed })]).Verdicts.ToDictionary(control => control.ControlId, control => control.Verdict, StringComparer.Ordinal);
            Assert.Equal(before, after);
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
