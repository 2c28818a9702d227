using CisPosture.Aws.Tests.Support;
using CisPosture.Repairs;
using CisPosture.Sandbox;

namespace CisPosture.Aws.Tests.Repairs;

/// <summary>A sandbox account, a run in it and its journal.</summary>
internal sealed class RunningRepair : IAsyncDisposable
{
    private readonly SandboxSession _session;
    private readonly DirectoryInfo _journals = Directory.CreateTempSubdirectory("cisposture-journals-");

    private RunningRepair(SandboxSession session, RecordingConversation conversation)
    {
        (_session, Conversation) = (session, conversation);
        (Journal, Execution) = Begin();
    }

    public RecordingConversation Conversation { get; }

    public RepairJournal Journal { get; private set; }

    public IRepairExecution Execution { get; private set; }

    public SandboxServer Server => _session.Server;

    public IReadOnlyDictionary<string, int> Writes => Server.Requests.WritesByOperation;

    public static async Task<RunningRepair> StartAsync(RecordingConversation? conversation = null, SandboxOptions? options = null) =>
        new(await SandboxSession.OpenAsync(options ?? new SandboxOptions()), conversation ?? new RecordingConversation());

    public Task<IReadOnlyList<PlanResult>> RepairAsync(string command, RepairOptions options, params RepairSubject[] subjects) =>
        Execution.RepairAsync(command, subjects, options, TestContext.Current.CancellationToken);

    /// <summary>Ends the run and begins another one.</summary>
    public void BeginAnother()
    {
        Journal.Complete();
        Journal.Dispose();
        (Journal, Execution) = Begin();
    }

    /// <summary>What the journals tell, the latest run first.</summary>
    public IReadOnlyList<JournaledRun> Runs() => JournalReader.ReadAll(JournalFolder.Of(_journals.FullName), damage => Assert.Fail(damage.Message));

    public async ValueTask DisposeAsync()
    {
        Journal.Dispose();
        await _session.DisposeAsync();
        _journals.Delete(recursive: true);
    }

    private (RepairJournal Journal, IRepairExecution Execution) Begin()
    {
        var session = (IRepairSession)_session.Session;
        var clock = TestSurroundings.Now.AddSeconds(_journals.GetFiles().Length);
        var journal = new RepairJournal(JournalFolder.Of(_journals.FullName), "Repair-CisFinding", () => clock) { Subject = (session.AccountId, session.CallerArn) };
        return (journal, session.Start(journal, Conversation));
    }
}
