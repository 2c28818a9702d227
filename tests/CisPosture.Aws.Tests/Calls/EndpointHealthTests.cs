using System.Net.Sockets;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Tests.Calls;

public sealed class EndpointHealthTests
{
    private static readonly Exception Refused = new HttpRequestException("Connection refused", new SocketException((int)SocketError.ConnectionRefused));
    private static readonly Exception Silence = new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout", new TimeoutException());

    private readonly EndpointHealth _health = new();

    [Fact]
    public void An_endpoint_that_never_answered_is_given_up_after_four_refused_connections()
    {
        FailTimes(3, Refused);
        _health.Check(At(0));

        Assert.Contains("Connection refused", Assert.Throws<EndpointDownException>(() => _health.Failed(Refused, At(0))).Message, StringComparison.Ordinal);
        Assert.Throws<EndpointDownException>(() => _health.Check(At(1)));
    }

    [Fact]
    public void Silence_which_costs_a_timeout_each_time_is_enough_twice()
    {
        FailTimes(1, Silence);

        Assert.Throws<EndpointDownException>(() => _health.Failed(Silence, At(0)));
    }

    [Fact]
    public void An_endpoint_that_has_answered_is_forgiven_more()
    {
        _health.Answered();

        FailTimes(11, Refused);

        Assert.Throws<EndpointDownException>(() => _health.Failed(Refused, At(0)));
    }

    [Fact]
    public void Every_answer_wipes_the_slate_clean()
    {
        for (var round = 0; round < 100; round++)
        {
            FailTimes(3, Refused);
            _health.Answered();
        }

        _health.Check(At(0));
    }

    [Fact]
    public void After_a_minute_one_request_tries_for_all()
    {
        GiveUp(At(0));

        Assert.Throws<EndpointDownException>(() => _health.Check(At(59)));
        _health.Check(At(60));
        Assert.Throws<EndpointDownException>(() => _health.Check(At(60)));
    }

    [Fact]
    public void Where_the_one_that_tries_gets_no_answer_the_next_minute_begins()
    {
        GiveUp(At(0));
        _health.Check(At(61));

        Assert.Throws<EndpointDownException>(() => _health.Failed(Refused, At(62)));
        Assert.Throws<EndpointDownException>(() => _health.Check(At(121)));
        _health.Check(At(122));
    }

    [Fact]
    public void Where_the_one_that_tries_is_answered_all_may_go_on()
    {
        GiveUp(At(0));
        _health.Check(At(61));
        _health.Answered();

        _health.Check(At(61));
        _health.Check(At(61));
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private void FailTimes(int times, Exception failure)
    {
        for (var time = 0; time < times; time++)
        {
            _health.Failed(failure, At(0));
        }
    }

    private void GiveUp(TimeSpan now)
    {
        FailTimes(3, Refused);
        Assert.Throws<EndpointDownException>(() => _health.Failed(Refused, now));
    }
}
