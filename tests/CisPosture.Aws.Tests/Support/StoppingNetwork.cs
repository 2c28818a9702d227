namespace CisPosture.Aws.Tests.Support;

/// <summary>
/// The real network, which asks for a stop when a number of requests has been sent, and counts those that
/// still want to be sent when everybody has been told.
/// </summary>
internal sealed class StoppingNetwork(int requestsBeforeStop, CancellationTokenSource stop) : DelegatingHandler(new HttpClientHandler { UseProxy = false })
{
    private int _sent;
    private int _sentAfterStop;
    private int _underWay;
    private volatile bool _isStopped;

    public int SentAfterStop => Volatile.Read(ref _sentAfterStop);

    public int UnderWay => Volatile.Read(ref _underWay);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_isStopped && !cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _sentAfterStop);
        }

        Interlocked.Increment(ref _underWay);
        try
        {
            if (Interlocked.Increment(ref _sent) == requestsBeforeStop)
            {
                await stop.CancelAsync();
                _isStopped = true;
            }

            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
