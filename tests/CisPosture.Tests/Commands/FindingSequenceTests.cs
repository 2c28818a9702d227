using CisPosture.Commands;
using CisPosture.Tests.Views;

namespace CisPosture.Tests.Commands;

public sealed class FindingSequenceTests
{
    [Fact]
    public void Findings_come_out_by_control_then_account_whatever_order_they_came_in()
    {
        var written = new List<string>();
        var sequence = new FindingSequence(controls: 2, accounts: 3, finding => written.Add(finding.Reason));

        sequence.Add(0, 2, Findings("0 2"));
        sequence.Add(0, 0, Findings("0 0 a", "0 0 b"));
        Assert.Equal(["0 0 a", "0 0 b"], written);

        sequence.Add(1, 0, Findings("1 0"));
        sequence.Add(0, 1, Findings("0 1"));
        Assert.Equal(["0 0 a", "0 0 b", "0 1", "0 2", "1 0"], written);

        sequence.Add(1, 2, Findings("1 2"));
        sequence.Add(1, 1, Findings("1 1"));
        Assert.Equal(["0 0 a", "0 0 b", "0 1", "0 2", "1 0", "1 1", "1 2"], written);
    }

    [Fact]
    public async Task Many_threads_may_add_at_once()
    {
        var written = new List<string>();
        var sequence = new FindingSequence(controls: 40, accounts: 16, finding => written.Add(finding.Reason));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(account => Task.Run(() =>
        {
            for (var control = 0; control < 40; control++)
            {
                sequence.Add(control, account, Findings($"{control} {account}"));
            }
        })));

        Assert.Equal(Enumerable.Range(0, 40).SelectMany(control => Enumerable.Range(0, 16).Select(account => $"{control} {account}")), written);
    }

    [Theory]
    [InlineData("Passed", true)]
    [InlineData("Failed", false)]
    [InlineData("Warning", false)]
    [InlineData("NotAvailable", false)]
    public void It_knows_whether_all_passed_though_nobody_wants_the_findings(string status, bool allPassed)
    {
        var sequence = new FindingSequence(controls: 1, accounts: 2, write: null);

        sequence.Add(0, 1, [SampleFinding.Of("1.5", status: "Passed", reason: "good")]);
        sequence.Add(0, 0, [SampleFinding.Of("1.5", status: status, reason: "this")]);

        Assert.Equal(allPassed, sequence.AllPassed);
    }

    private static CisFinding[] Findings(params string[] reasons) => [.. reasons.Select(reason => SampleFinding.Of("1.5", status: "Passed", reason: reason))];
}
