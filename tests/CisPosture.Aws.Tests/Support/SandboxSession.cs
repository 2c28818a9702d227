using CisPosture.Accounts;
using CisPosture.Collection;
using CisPosture.Sandbox;

namespace CisPosture.Aws.Tests.Support;

/// <summary>A sandbox account and a session with it, over real HTTP on loopback.</summary>
internal sealed class SandboxSession : IAsyncDisposable
{
    private SandboxSession(SandboxServer server, IAccountSession session, RecordingLog log, TestSurroundings surroundings) =>
        (Server, Session, Log, Surroundings) = (server, session, log, surroundings);

    public SandboxServer Server { get; }

    public IAccountSession Session { get; }

    public RecordingLog Log { get; }

    public TestSurroundings Surroundings { get; }

    public static async Task<SandboxSession> OpenAsync(SandboxOptions options, string region = "us-east-1")
    {
        var server = await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);
        var surroundings = new TestSurroundings();
        var log = new RecordingLog();
        var request = new ConnectionRequest { AccessKey = "test", SecretKey = "test", Region = region, EndpointUrl = server.Endpoint.ToString() };
        var session = await new AccountGateway(surroundings.ToSurroundings()).ConnectAsync(request, log, TestContext.Current.CancellationToken);
        return new SandboxSession(server, session, log, surroundings);
    }

    public static Task<SandboxSession> OpenAsync(string account) => OpenAsync(new SandboxOptions { Account = account });

    public IEvidenceCollection Start(params EvidenceKind[] kinds) =>
        Session.Collect(new CollectionRequest { Kinds = kinds }, TestContext.Current.CancellationToken);

    public Task<AccountEvidence> CollectAsync(params EvidenceKind[] kinds) => Start(kinds).WhenCompleteAsync();

    /// <summary>The operations that were asked for, with how often.</summary>
    public IReadOnlyDictionary<string, int> Counts => Server.Requests.ByOperation;

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await Server.DisposeAsync();
    }
}
