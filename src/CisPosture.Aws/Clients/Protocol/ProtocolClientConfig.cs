using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>The configuration of a client that stands in for an AWSSDK package.</summary>
internal abstract class ProtocolClientConfig : ClientConfig
{
    private static readonly IDefaultConfiguration[] Defaults =
    [
        new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard },
    ];

    protected ProtocolClientConfig(ServiceDescription service)
        : base(new DefaultConfigurationProvider(Defaults))
    {
        Service = service;
        ServiceId = service.ServiceId;
        AuthenticationServiceName = service.SigningName;
        UserAgent = InternalSDKUtils.BuildUserAgentString(service.ServiceId, typeof(ProtocolClientConfig).Assembly.GetName().Version.ToString());
        EndpointProvider = new PartitionEndpointProvider(this);
    }

    public ServiceDescription Service { get; }

    /// <summary>What each request goes through, tried again or not; null for nothing. A handler belongs to one client.</summary>
    public AttemptHandler? Attempts { get; set; }

    public override string ServiceVersion => Service.ApiVersion;

    public override string UserAgent { get; }

    public override string RegionEndpointServiceName => Service.EndpointPrefix;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new EndpointParameters());

    /// <summary>The service's host in a Region, without the scheme.</summary>
    public virtual string HostOf(string region) =>
        $"{Service.EndpointPrefix}.{region}.{Partition.OfRegion(region).DnsSuffix}";
}
