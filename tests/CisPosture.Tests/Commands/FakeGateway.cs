using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Tests.Commands;

/// <summary>An account in memory: answers with the evidence that a test put there, and only once the test lets it.</summary>
internal sealed class FakeGateway : IAccountGateway
{
    private readonly Dictionary<EvidenceKind, TaskCompletionSource> _held = [];
    private readonly Dictionary<EvidenceKind, EvidenceGap> _gaps = [];
    private readonly TaskCompletionSource _collecting = NewSource();
    private readonly TaskCompletionSource _cancelled = NewSource();
    private readonly TaskCompletionSource _ended = NewSource();
    private TaskCompletionSource? _lingering;

    public FakeGateway(AccountEvidence evidence) => Evidence = evidence;

    public AccountEvidence Evidence { get; set; }

    /// <summary>Refuses every connection where it is set.</summary>
    public PostureException? Refusal { get; set; }

    /// <summary>The MFA device whose code every connection is asked for; null for none.</summary>
    public string? MfaDevice { get; set; }

    /// <summary>The codes that were given.</summary>
    public List<string?> MfaCodes { get; } = [];

    public List<ConnectionRequest> Connections { get; } = [];

    public List<CollectionRequest> Collections { get; } = [];

    public int DisposedSessions { get; set; }

    /// <summary>Ends once a command reads evidence.</summary>
    public Task Collecting => _collecting.Task;

    /// <summary>Ends once the command cancels its reading.</summary>
    public Task Cancelled => _cancelled.Task;

    /// <summary>Ends once a cancelled reading has let go.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Leaves a kind of evidence unread until it is released.</summary>
    public void Hold(EvidenceKind kind) => _held[kind] = NewSource();

    public void Release(EvidenceKind kind) => _held[kind].SetResult();

    /// <summary>Keeps a cancelled reading going until it is released, as requests on the wire do.</summary>
    public TaskCompletionSource Linger() => _lingering = NewSource();

    /// <summary>Reports a gap once a kind is read.</summary>
    public void Deny(EvidenceKind kind, EvidenceGap gap) => _gaps[kind] = gap;

    public async Task<IAccountSession> ConnectAsync(ConnectionRequest request, ICollectionLog log, CancellationToken cancellationToken)
    {
        Connections.Add(request);
        log.Verbose($"Connecting: {request}");
        log.Debug($"sts:GetCallerIdentity {request.AccessKey}");
        if (MfaDevice is not null)
        {
            MfaCodes.Add(await request.MfaPrompt!.AskCodeAsync(MfaDevice, cancellationToken));
        }

        return Refusal is null ? new FakeSession(this) : throw Refusal;
    }

    public IEvidenceCollection Collect(CollectionRequest request, CancellationToken cancellationToken)
    {
        Collections.Add(request);
        cancellationToken.Register(() => _cancelled.TrySetResult());
        _collecting.TrySetResult();
        return new FakeCollection(this, request, cancellationToken);
    }

    public bool IsRead(EvidenceKind kind) => !_held.TryGetValue(kind, out var source) || source.Task.IsCompleted;

    public EvidenceGap? GapOf(EvidenceKind kind) => _gaps.GetValueOrDefault(kind);

    public Task ReadAsync(EvidenceKind kind) => _held.TryGetValue(kind, out var source) ? source.Task : Task.CompletedTask;

    public async Task LetGoAsync()
    {
        await (_lingering?.Task ?? Task.CompletedTask);
        _ended.TrySetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
