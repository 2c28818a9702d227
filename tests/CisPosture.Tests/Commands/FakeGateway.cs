using System.Collections.Concurrent;
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
    private readonly Dictionary<string, TaskCompletionSource> _heldAccounts = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _entered = NewSource();
    private TaskCompletionSource? _lingering;
    private readonly Lock _lock = new();
    private int _disposedSessions;
    private int _awaited;
    private int _open;

    public FakeGateway(AccountEvidence evidence) => Evidence = evidence;

    public AccountEvidence Evidence { get; set; }

    /// <summary>Refuses every connection where it is set.</summary>
    public PostureException? Refusal { get; set; }

    /// <summary>The MFA device whose code every connection is asked for; null for none.</summary>
    public string? MfaDevice { get; set; }

    /// <summary>The codes that were given.</summary>
    public List<string?> MfaCodes { get; } = [];

    public List<ConnectionRequest> Connections { get; } = [];

    public ConcurrentQueue<CollectionRequest> Collections { get; } = [];

    /// <summary>The other accounts that can be entered, made anew each time, so that only the command holds what it reads.</summary>
    public SortedDictionary<string, Func<AccountEvidence>> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Why an account cannot be entered.</summary>
    public Dictionary<string, EvidenceGap> Closed { get; } = new(StringComparer.Ordinal);

    /// <summary>What the organization answers instead of its accounts.</summary>
    public PostureException? OrganizationFailure { get; set; }

    /// <summary>What the reading of an account fails with, which is no gap.</summary>
    public Dictionary<string, Exception> Faults { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<AccountRole> Entered { get; } = [];

    public int DisposedSessions => Volatile.Read(ref _disposedSessions);

    /// <summary>The most other accounts that were open at one time.</summary>
    public int MostOpen { get; private set; }

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

        return Refusal is null ? new FakeSession(this, Evidence, role: null) : throw Refusal;
    }

    public IAccountSession Enter(AccountRole role)
    {
        Entered.Enqueue(role);
        lock (_lock)
        {
            MostOpen = Math.Max(MostOpen, ++_open);
        }

        if (Interlocked.Decrement(ref _awaited) == 0)
        {
            _entered.TrySetResult();
        }

        return new FakeSession(this, Closed.TryGetValue(role.AccountId, out var gap) ? Shut(role.AccountId, gap) : Members[role.AccountId](), role);
    }

    public void Leave(AccountRole? role)
    {
        Interlocked.Increment(ref _disposedSessions);
        lock (_lock)
        {
            _open -= role is null ? 0 : 1;
        }
    }

    public IEvidenceCollection Collect(AccountEvidence account, CollectionRequest request, CancellationToken cancellationToken)
    {
        Collections.Enqueue(request);
        cancellationToken.Register(() => _cancelled.TrySetResult());
        _collecting.TrySetResult();
        return new FakeCollection(this, account, request, cancellationToken);
    }

    /// <summary>Leaves all evidence of an account unread until it is released.</summary>
    public void Hold(string accountId) => _heldAccounts[accountId] = NewSource();

    public void Release(string accountId) => _heldAccounts[accountId].SetResult();

    public async Task ReadAsync(string accountId)
    {
        await (_heldAccounts.TryGetValue(accountId, out var source) ? source.Task : Task.CompletedTask);
        if (Faults.TryGetValue(accountId, out var fault))
        {
            throw fault;
        }
    }

    /// <summary>Ends once so many accounts were entered.</summary>
    public Task WhenEnteredAsync(int count)
    {
        _awaited = count;
        return _entered.Task;
    }

    public bool IsRead(EvidenceKind kind) => !_held.TryGetValue(kind, out var source) || source.Task.IsCompleted;

    public EvidenceGap? GapOf(EvidenceKind kind) => _gaps.GetValueOrDefault(kind);

    public Task ReadAsync(EvidenceKind kind) => _held.TryGetValue(kind, out var source) ? source.Task : Task.CompletedTask;

    public async Task LetGoAsync()
    {
        await (_lingering?.Task ?? Task.CompletedTask);
        _ended.TrySetResult();
    }

    private AccountEvidence Shut(string accountId, EvidenceGap gap) => new()
    {
        AccountId = accountId, Partition = Evidence.Partition, HomeRegion = Evidence.HomeRegion, ObservedAt = Evidence.ObservedAt, EntryGap = gap,
    };

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
