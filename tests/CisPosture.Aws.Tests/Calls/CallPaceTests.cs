using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Tests.Calls;

public sealed partial class CallPaceTests
{
    [Fact]
    public void Where_nothing_speaks_for_a_limit_nobody_waits()
    {
        var pace = new CallPace(limit: null);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(TimeSpan.Zero, pace.Take(TimeSpan.Zero).Wait));
        Assert.Null(pace.Rate);
    }

    [Fact]
    public void A_documented_limit_lets_a_second_s_worth_out_at_once_and_the_rest_evenly()
    {
        var pace = new CallPace(limit: 10);

        var waits = Enumerable.Range(0, 13).Select(_ => pace.Take(At(100)).Wait.TotalSeconds).ToList();

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.2, 0.3], waits.Select(wait => Math.Round(wait, 3)));
    }

    [Theory]
    [InlineData(20.0, 100.0, 100)]
    [InlineData(3.0, 6.0, 6)]
    [InlineData(1.0, null, 1)]
    [InlineData(0.5, null, 1)]
    public void A_documented_burst_goes_out_at_once_after_a_pause(double rate, double? burst, int atOnce)
    {
        var pace = new CallPace(rate, burst);

        var waits = Enumerable.Range(0, atOnce + 2).Select(_ => pace.Take(At(1000)).Wait.TotalSeconds).ToList();

        Assert.All(waits.Take(atOnce), wait => Assert.Equal(0, wait));
        Assert.Equal([1 / rate, 2 / rate], waits.Skip(atOnce), (one, other) => Math.Abs(one - other) < 0.001);
    }

    [Fact]
    public void After_a_refusal_it_is_slower_than_answers_came()
    {
        var pace = new CallPace(limit: null);
        var refused = AnswerEach(pace, count: 7, everySeconds: 0.1, from: 0);

        pace.Refused(refused, At(0.8));

        Assert.Equal(6, pace.Rate);
        Assert.Equal([1 / 6.0, 2 / 6.0, 3 / 6.0], Enumerable.Range(0, 3).Select(_ => pace.Take(At(0.8)).Wait.TotalSeconds), (one, other) => Math.Abs(one - other) < 0.001);
    }

    [Fact]
    public void Answers_of_more_than_a_second_ago_say_nothing_of_what_it_answers_now()
    {
        var pace = new CallPace(limit: null);
        AnswerEach(pace, count: 50, everySeconds: 0.01, from: 0);
        var refused = AnswerEach(pace, count: 3, everySeconds: 0.1, from: 10);

        pace.Refused(refused, At(10.4));

        Assert.Equal(3, pace.Rate);
    }

    [Fact]
    public void Of_the_refusals_under_one_speed_only_the_first_slows_down()
    {
        var pace = new CallPace(limit: null);
        AnswerEach(pace, count: 7, everySeconds: 0.1, from: 0);
        var turns = Enumerable.Range(0, 5).Select(_ => pace.Take(At(0.8))).ToList();

        turns.ForEach(turn => pace.Refused(turn, At(0.8)));

        Assert.Equal(6, pace.Rate);
    }

    [Fact]
    public void A_service_that_answers_nothing_is_still_asked_now_and_then()
    {
        var pace = new CallPace(limit: null);
        for (var second = 0; second < 20; second++)
        {
            pace.Refused(pace.Take(At(second)), At(second));
        }

        Assert.Equal(0.5, pace.Rate);
    }

    [Fact]
    public void While_answers_come_it_gets_faster_the_more_so_the_longer_nothing_is_refused_and_never_faster_than_documented()
    {
        var pace = new CallPace(limit: 10);
        pace.Refused(AnswerEach(pace, count: 3, everySeconds: 0.1, from: 0), At(0.3));
        var slowest = pace.Rate!.Value;

        AnswerEach(pace, count: 5, everySeconds: 0.2, from: 1);
        var soon = pace.Rate.Value - slowest;
        AnswerEach(pace, count: 5, everySeconds: 0.2, from: 9);
        var later = pace.Rate.Value - slowest - soon;

        Assert.Equal(3, slowest);
        Assert.True(0 < soon && soon < later, $"It got faster by {soon:0.00} at first and by {later:0.00} later.");
        AnswerEach(pace, count: 500, everySeconds: 0.1, from: 10);
        Assert.Equal(10, pace.Rate);
    }

    [Theory]
    [InlineData(5, 5, 8)]
    [InlineData(5, 5, 2)]
    [InlineData(1, 3, 5)]
    [InlineData(20, 100, 8)]
    [InlineData(2, 2, 10)]
    public void A_throttled_service_gets_little_more_than_what_is_needed_in_little_more_time_than_that_takes(double rate, int burst, int callsAtOnce)
    {
        var service = new ThrottledService(rate, burst);

        var seconds = service.Serve(new CallPace(limit: null), calls: 300, callsAtOnce);

        var least = (300 - burst) / rate;
        Assert.True(service.Sent < 300 * 1.4, $"{service.Sent} requests for 300 calls.");
        Assert.True(seconds < (least * 1.35) + 3, $"{seconds:0.0} s, where {least:0.0} s would have been enough.");
    }

    [Fact]
    public void Under_a_documented_limit_the_service_refuses_nothing()
    {
        var service = new ThrottledService(rate: 10, burst: 10);

        service.Serve(new CallPace(limit: 10), calls: 200, callsAtOnce: 5);

        Assert.Equal(200, service.Sent);
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static CallTurn AnswerEach(CallPace pace, int count, double everySeconds, double from)
    {
        for (var sent = 0; sent < count; sent++)
        {
            pace.Take(At(from + (sent * everySeconds)));
            pace.Answered(At(from + (sent * everySeconds)));
        }

        return pace.Take(At(from + (count * everySeconds)));
    }
}
