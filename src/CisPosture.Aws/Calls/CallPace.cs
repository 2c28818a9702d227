namespace CisPosture.Aws.Calls;

/// <summary>
/// How fast AWS is asked for what it counts together, such as one operation in one Region: as fast as answers come until it refuses for it,
/// from then on a little slower than it was seen to answer, and a little faster with every answer, the more so the longer nothing was
/// refused. Its own limit, where it is documented, is never exceeded.
/// <para>It hands out turns and knows no clock, so that every wait can be worked out.</para>
/// </summary>
internal sealed class CallPace
{
    private const double Slowest = 0.5;

    // After a refusal: this share of what it bore.
    private const double Slowdown = 0.75;

    // For each answer: so many requests a second more, and again as many for every two seconds since the last refusal.
    private const double Speedup = 0.04;
    private const double SecondsToDouble = 2;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly Queue<TimeSpan> _answered = new();
    private readonly double _most;
    private readonly double _burst;
    private double? _rate;
    private TimeSpan _next = TimeSpan.MinValue;
    private TimeSpan _refusedAt;
    private int _round;

    /// <summary>Starts at a documented limit, or without one.</summary>
    /// <param name="limit">Requests a second; null where AWS does not say.</param>
    /// <param name="burst">Requests at once after a pause; null for a second's worth.</param>
    public CallPace(double? limit, double? burst = null) => (_rate, _most, _burst) = (limit, limit ?? double.MaxValue, Math.Max(1, burst ?? limit ?? 1));

    /// <summary>Requests a second; null where nothing speaks for a limit.</summary>
    public double? Rate
    {
        get
        {
            lock (_lock)
            {
                return _rate;
            }
        }
    }

    /// <summary>Gives out the next turn.</summary>
    /// <param name="now">The time since any fixed moment.</param>
    public CallTurn Take(TimeSpan now)
    {
        lock (_lock)
        {
            if (_rate is not { } rate)
            {
                return new CallTurn(TimeSpan.Zero, _round);
            }

            // How much is taken at once is documented too; how much by a service that has just refused is not known.
            var step = Exactly(1 / rate);
            var credit = _round == 0 ? Exactly((_burst - 1) / rate) : TimeSpan.Zero;
            var turn = Later(_next, now - credit);
            _next = turn + step;
            return new CallTurn(turn > now ? turn - now : TimeSpan.Zero, _round);
        }
    }

    /// <summary>The service answered.</summary>
    /// <param name="now">The time since the same fixed moment.</param>
    public void Answered(TimeSpan now)
    {
        lock (_lock)
        {
            _answered.Enqueue(now);
            Forget(now);
            if (_round > 0)
            {
                var speedup = Speedup * (1 + ((now - _refusedAt).TotalSeconds / SecondsToDouble));
                _rate = Math.Min(_rate!.Value + speedup, _most);
            }
        }
    }

    /// <summary>The service refused because it was asked too fast. Of the refusals under one speed only the first slows down.</summary>
    /// <param name="turn">The turn that the refused request had.</param>
    /// <param name="now">The time since the same fixed moment.</param>
    public void Refused(CallTurn turn, TimeSpan now)
    {
        lock (_lock)
        {
            if (turn.Round != _round)
            {
                return;
            }

            Forget(now);

            // One more than was answered, because a second is short for a service that answers once in it.
            var borne = Math.Min(_rate ?? double.MaxValue, _answered.Count + 1);
            _rate = Math.Max(borne * Slowdown, Slowest);
            _next = Later(_next, now + Exactly(1 / _rate.Value));
            _refusedAt = now;
            _round++;
        }
    }

    private void Forget(TimeSpan now)
    {
        while (_answered.Count > 0 && now - _answered.Peek() > Window)
        {
            _answered.Dequeue();
        }
    }

    // TimeSpan.FromSeconds of .NET Framework rounds to milliseconds, and would so exceed a limit of three a second.
    private static TimeSpan Exactly(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
