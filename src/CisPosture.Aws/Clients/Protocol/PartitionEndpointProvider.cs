using Amazon.Runtime.Endpoints;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Answers the custom endpoint where one is set, else the service's host in the configured Region's partition.</summary>
internal sealed class PartitionEndpointProvider(ProtocolClientConfig config) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters) =>
        string.IsNullOrEmpty(config.ServiceURL)
            ? new Endpoint($"https://{config.HostOf(config.RegionEndpoint.SystemName)}")
            : new Endpoint(config.ServiceURL);
}
