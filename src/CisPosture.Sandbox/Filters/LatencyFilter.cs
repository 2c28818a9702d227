using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>Makes every answer take as long as a real network does.</summary>
internal sealed class LatencyFilter(TimeSpan latency, TimeProvider time) : IRequestFilter
{
    public async ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (latency > TimeSpan.Zero) await Task.Delay(latency, time, cancellationToken);
    }
}
