using System.Collections.Concurrent;

namespace CisPosture.Aws.Calls;

/// <summary>
/// Keeps the calls of a connection within what AWS bears, for each service in each Region on its own, and there for each operation. AWS
/// counts calls that way; IAM is one service for the whole account.
/// </summary>
internal sealed class CallGate(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<(string Service, string? Region), EndpointTraffic> _endpoints = new();

    /// <summary>The calls to a service in a Region.</summary>
    public EndpointTraffic Endpoint(string service, string region) =>
        _endpoints.GetOrAdd((service, ServiceLimits.IsAccountWide(service) ? null : region), key => new EndpointTraffic(key.Service, time));

    public Task<IDisposable> EnterAsync(ApiOperation operation, string region, CancellationToken cancellationToken) =>
        Endpoint(operation.Service, region).EnterAsync(operation.Name, cancellationToken);

    public void Dispose()
    {
        foreach (var endpoint in _endpoints.Values)
        {
            endpoint.Dispose();
        }
    }
}
