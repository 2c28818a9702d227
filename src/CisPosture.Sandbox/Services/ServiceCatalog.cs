using CisPosture.Sandbox.Services.CloudTrail;
using CisPosture.Sandbox.Services.CloudWatch;
using CisPosture.Sandbox.Services.Config;
using CisPosture.Sandbox.Services.Ec2;
using CisPosture.Sandbox.Services.Iam;
using CisPosture.Sandbox.Services.IdentityCenter;
using CisPosture.Sandbox.Services.Kms;
using CisPosture.Sandbox.Services.Logs;
using CisPosture.Sandbox.Services.Organizations;
using CisPosture.Sandbox.Services.S3;
using CisPosture.Sandbox.Services.S3Control;
using CisPosture.Sandbox.Services.SecurityHub;
using CisPosture.Sandbox.Services.Sns;
using CisPosture.Sandbox.Services.Sts;

namespace CisPosture.Sandbox.Services;

/// <summary>The services that the sandbox has.</summary>
internal sealed class ServiceCatalog
{
    public IReadOnlyList<ServiceApi> Services { get; } =
    [
        new IamApi(),
        new CloudTrailApi(),
        new LogsApi(),
        new CloudWatchApi(),
        new SnsApi(),
        new KmsApi(),
        new ConfigApi(),
        new StsApi(),
        new OrganizationsApi(),
        new PortalApi(),
        new TokenApi(),
        new SecurityHubApi(),
        new Ec2Api(),
        new S3ControlApi(),
        new S3Api(),
    ];

    /// <summary>The services' names, as IAM actions and request counts spell them.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. new ServiceCatalog().Services.Select(service => service.Name)];

    public ServiceApi? ByName(string name) => Services.FirstOrDefault(service => service.Name == name);

    public ServiceApi? ByQueryVersion(string? version) => version is null ? null : Services.FirstOrDefault(service => service.QueryVersion == version);

    public ServiceApi? ByTargetPrefix(string prefix) => Services.FirstOrDefault(service => service.TargetPrefix == prefix);

    public ServiceApi? ByRpcName(string name) => Services.FirstOrDefault(service => service.RpcName == name);
}
