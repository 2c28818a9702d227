namespace CisPosture.Aws.Calls;

/// <summary>
/// Whether an endpoint can be reached. One that never answered is given up after a few attempts, one that did only after many: there the
/// network is at fault rather than the address. After a pause one request may try again.
/// </summary>
internal sealed class EndpointHealth
{
    private const int PatienceWithStranger = 4;
    private const int PatienceWithAcquaintance = 12;

    // A refused connection costs nothing to try again, silence costs the whole timeout.
    private const int WeightOfSilence = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private bool _hasAnswered;
    private int _failures;
    private TimeSpan? _downUntil;
    private string _lastFailure = string.Empty;

    /// <summary>Refuses a request that would only wait in vain.</summary>
    /// <param name="now">The time since any fixed moment.</param>
    /// <exception cref="EndpointDownException">The endpoint is given up for now.</exception>
    public void Check(TimeSpan now)
    {
        lock (_lock)
        {
            if (now < _downUntil)
            {
                throw Down();
            }

            // Whoever comes after the pause tries on behalf of all.
            _downUntil = _downUntil is null ? null : now + Pause;
        }
    }

    /// <summary>The endpoint answered, if only with a refusal.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            _hasAnswered = true;
            _failures = 0;
            _downUntil = null;
        }
    }

    /// <summary>A request got no answer.</summary>
    /// <param name="failure">What became of it.</param>
    /// <param name="now">The time since the same fixed moment.</param>
    /// <exception cref="EndpointDownException">That was once too often.</exception>
    public void Failed(Exception failure, TimeSpan now)
    {
        lock (_lock)
        {
            _lastFailure = failure.Message;
            _failures += NetworkFailure.IsTimeout(failure) ? WeightOfSilence : 1;
            if (_failures >= (_hasAnswered ? PatienceWithAcquaintance : PatienceWithStranger))
            {
                _downUntil = now + Pause;
                throw Down();
            }
        }
    }

    private EndpointDownException Down() => new($"The endpoint did not answer repeatedly and is left alone for a while: {_lastFailure}");
}
