using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Tests.Calls;

/// <summary>
/// A service with a token bucket and callers with a pace, in worked-out time: no clock runs, so that what comes out is the same on every
/// machine. A refused request is sent again at its next turn, without the further wait that the SDK adds.
/// </summary>
internal sealed class ThrottledService(double rate, int burst)
{
    private const double AnswerTime = 0.05;

    private double _tokens = burst;
    private double _filledAt;

    /// <summary>Requests that came, refused ones among them.</summary>
    public int Sent { get; private set; }

    /// <summary>Serves calls and says how long it took.</summary>
    public double Serve(CallPace pace, int calls, int callsAtOnce)
    {
        var events = new SortedDictionary<(double Time, int Number), Action<double>>();
        var waiting = 0;
        var isTurnGiven = false;
        var number = 0;
        var open = calls;
        var last = 0.0;
        for (var caller = 0; caller < Math.Min(callsAtOnce, calls); caller++)
        {
            open--;
            At(0, Ask);
        }

        while (events.Count > 0)
        {
            var (when, next) = events.First();
            events.Remove(when);
            last = when.Time;
            next(when.Time);
        }

        return last;

        void At(double time, Action<double> action) => events.Add((time, number++), action);

        void Ask(double time)
        {
            waiting++;
            GiveTurn(time);
        }

        // One after the other, as EndpointTraffic does it.
        void GiveTurn(double time)
        {
            if (isTurnGiven || waiting == 0)
            {
                return;
            }

            waiting--;
            isTurnGiven = true;
            var turn = pace.Take(TimeSpan.FromSeconds(time));
            At(time + turn.Wait.TotalSeconds, sent =>
            {
                isTurnGiven = false;
                Arrive(sent, turn);
                GiveTurn(sent);
            });
        }

        void Arrive(double time, CallTurn turn)
        {
            Sent++;
            var isAnswered = TryTake(time);
            At(time + AnswerTime, isAnswered ? Answer : later => Refuse(later, turn));
        }

        void Answer(double time)
        {
            pace.Answered(TimeSpan.FromSeconds(time));
            if (open > 0)
            {
                open--;
                Ask(time);
            }
        }

        void Refuse(double time, CallTurn turn)
        {
            pace.Refused(turn, TimeSpan.FromSeconds(time));
            Ask(time);
        }
    }

    private bool TryTake(double time)
    {
        _tokens = Math.Min(burst, _tokens + ((time - _filledAt) * rate));
        _filledAt = time;
        // A hair's breadth for what adding up fractions loses.
        if (_tokens < 1 - 1e-6)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
