using CisPosture.Accounts;
using CisPosture.Aws.Tests.Repairs;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Desktop;

/// <summary>Whole accounts, read and mended over HTTP from .NET Framework's side.</summary>
public sealed class WholeAccountTests
{
    [Theory]
    [InlineData("exemplary", FindingStatus.Passed)]
    [InlineData("neglected", FindingStatus.Failed)]
    public async Task Every_control_is_judged_and_nothing_is_missing(string account, FindingStatus expected)
    {
        await using var sandbox = await SandboxProcess.StartAsync(account);
        using var session = await ConnectAsync(sandbox);
        var collection = Collect(session);

        var evidence = await collection.WhenCompleteAsync();

        Assert.Empty(collection.TakeNewGaps());
        Assert.Empty(ExtremeVerdicts.Unlike(expected, evidence));
        Assert.Equal(43, BenchmarkCatalogue.Current.Controls.Count);
    }

    [Theory]
    [InlineData("Repair-CisPasswordPolicy")]
    [InlineData("Repair-CisKeyRotation")]
    [InlineData("Repair-CisSecurityGroup")]
    public async Task What_failed_is_mended_judged_again_and_undone(string command)
    {
        await using var sandbox = await SandboxProcess.StartAsync("neglected");
        using var session = await ConnectAsync(sandbox);
        using var journals = new AwsFolder();
        var before = await sandbox.ExportAsync();
        var options = command == "Repair-CisSecurityGroup" ? SecurityGroupOptions.Of(WideRule.Revoke, null) : new RepairOptions();

        var failed = await FailedAsync(session, command);
        JournaledRun run;
        using (var journal = Journal(journals, session, seconds: 0))
        {
            var results = await ((IRepairSession)session).Start(journal, new RecordingConversation()).RepairAsync(command, failed, options, Token);
            journal.Complete();
            Assert.NotEmpty(results);
            Assert.All(results, result => Assert.Equal(RepairOutcome.Changed, result.Outcome));
            run = Assert.Single(JournalReader.ReadAll(JournalFolder.Of(journals.Home), damage => Assert.Fail(damage.Message)));
        }

        Assert.NotEqual(before, await sandbox.ExportAsync());
        Assert.Empty((await FailedAsync(session, command)).Select(subject => subject.Finding.ToString()));

        using var undoing = Journal(journals, session, seconds: 1);
        var undone = await ((IRepairSession)session).Start(undoing, new RecordingConversation()).UndoAsync(run, Token);
        Assert.All(undone, result => Assert.Equal(UndoOutcome.Undone, result.Outcome));
        Assert.Equal(before, await sandbox.ExportAsync());
    }

    private static Task<IAccountSession> ConnectAsync(SandboxProcess sandbox) =>
        new AccountGateway(new TestSurroundings().ToSurroundings()).ConnectAsync(sandbox.Request, new RecordingLog(), Token);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ControlEvaluator Evaluator => new(ControlParameterSet.Empty, isStrict: false, listsEachResource: true);

    private static IEvidenceCollection Collect(IAccountSession session) => session.Collect(new CollectionRequest { Kinds = [.. EvidenceKind.All] }, Token);

    private static async Task<IReadOnlyList<RepairSubject>> FailedAsync(IAccountSession session, string command)
    {
        var evidence = await Collect(session).WhenCompleteAsync();
        return
        [
            .. BenchmarkCatalogue.Current.Controls
                .Where(control => control.RepairCommand == command)
                .SelectMany(control => Evaluator.Evaluate(control, evidence))
                .Where(finding => finding.Status == nameof(FindingStatus.Failed))
                .Select(finding => new RepairSubject(finding)),
        ];
    }

    private static RepairJournal Journal(AwsFolder folder, IAccountSession session, int seconds) =>
        new(JournalFolder.Of(folder.Home), "Repair-CisFinding", () => TestSurroundings.Now.AddSeconds(seconds)) { Subject = (session.AccountId, session.CallerArn) };
}
