using System.Collections.Concurrent;

namespace CisPosture.Aws.Calls;

/// <summary>
/// All calls to one service in one Region. How many at once and how fast is a matter of what AWS counts together, most often an operation;
/// whether anybody is there, and what the account may send in all, is one for the endpoint.
/// </summary>
internal sealed class EndpointTraffic(string service, TimeProvider time) : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private readonly ConcurrentDictionary<string, Lazy<ScopeTraffic>> _scopes = new(StringComparer.Ordinal);
    private readonly PacedQueue _account = new(new CallPace(limit: null), time);
    private readonly EndpointHealth _health = new();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits for a place among the calls under way.</summary>
    public Task<IDisposable> EnterAsync(string operation, CancellationToken cancellationToken) => Scope(operation).EnterAsync(cancellationToken);

    /// <summary>Sends a request, of which a call that is tried again has several, when its turn has come.</summary>
    /// <param name="operation">The operation as the API spells it.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="outcome">What a failure tells of the service.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> SendAsync<T>(string operation, Func<Task<T>> send, Func<Exception, AttemptOutcome> outcome, CancellationToken cancellationToken)
    {
        var queue = Scope(operation).Queue;
        var own = await queue.WaitAsync(cancellationToken).ConfigureAwait(false);
        var shared = await _account.WaitAsync(cancellationToken).ConfigureAwait(false);
        _health.Check(Now);
        try
        {
            var answer = await send().ConfigureAwait(false);
            Note(AttemptOutcome.Answered);
            return answer;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var told = outcome(failure);
            Note(told);
            if (told == AttemptOutcome.Unanswered && NetworkFailure.Is(failure))
            {
                _health.Failed(failure, Now);
            }

            throw;
        }

        void Note(AttemptOutcome told)
        {
            switch (told)
            {
                case AttemptOutcome.Answered:
                    queue.Answered();
                    _account.Answered();
                    break;
                case AttemptOutcome.TooFast:
                    queue.Refused(own);
                    break;
                case AttemptOutcome.AccountTooFast:
                    _account.Refused(shared);
                    break;
                default:
                    return;
            }

            _health.Answered();
        }
    }

    public void Dispose()
    {
        foreach (var scope in _scopes.Values.Where(scope => scope.IsValueCreated))
        {
            scope.Value.Dispose();
        }

        _account.Dispose();
    }

    private ScopeTraffic Scope(string operation)
    {
        var limit = ServiceLimits.Of(service, operation);
        return _scopes.GetOrAdd(limit.Scope, _ => new Lazy<ScopeTraffic>(() => new ScopeTraffic(limit, ServiceLimits.Concurrency(service), time))).Value;
    }
}
