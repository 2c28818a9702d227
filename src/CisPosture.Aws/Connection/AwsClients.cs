using System.Collections.Concurrent;
using Amazon;
using Amazon.CloudTrail;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.ConfigService;
using Amazon.EC2;
using Amazon.IdentityManagement;
using Amazon.KeyManagementService;
using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3Control;
using Amazon.SecurityHub;
using Amazon.SecurityToken;
using Amazon.SimpleNotificationService;
using Amazon.SSO;
using Amazon.SSOOIDC;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Clients.Metered;
using CisPosture.Aws.Clients.Protocol;

namespace CisPosture.Aws.Connection;

/// <summary>The clients of a connection: one a service and Region, made when first asked for.</summary>
internal sealed class AwsClients(AWSCredentials credentials, Endpoints endpoints, HttpClientFactory http, TimeProvider? time = null) : IDisposable
{
    // Enough to sit out a burst of throttling: the SDK's waits double up to twenty seconds.
    private const int RetriesOfReads = 5;

    // Whoever waits for a connection wants to hear soon that there is none.
    private const int RetriesOfConnecting = 2;

    private readonly ConcurrentDictionary<(Type Service, string Region), Lazy<AmazonServiceClient>> _clients = new();

    /// <summary>Keeps the calls of these clients within what AWS bears.</summary>
    public CallGate Gate { get; } = new(time ?? TimeProvider.System);

    /// <summary>The id of the access key that these clients sign with; null where they sign with none.</summary>
    public async Task<string?> GetAccessKeyIdAsync() => (await credentials.GetCredentialsAsync().ConfigureAwait(false))?.AccessKey;

    public AmazonSecurityTokenServiceClient SecurityToken(string region) =>
        Get(region, () => new MeteredSecurityTokenClient(credentials, Configure(new AmazonSecurityTokenServiceConfig(), region, RetriesOfConnecting), Attempts("sts", region)));

    public AmazonSSOClient SingleSignOn(string region) =>
        Get(region, () => new AmazonSSOClient(credentials, Configure(new AmazonSSOConfig(), region, RetriesOfConnecting)));

    public AmazonSSOOIDCClient SingleSignOnTokens(string region) =>
        Get(region, () => new AmazonSSOOIDCClient(credentials, Configure(new AmazonSSOOIDCConfig(), region, RetriesOfConnecting)));

    public AmazonIdentityManagementServiceClient IdentityManagement(string homeRegion) =>
        Get(homeRegion, () => new AmazonIdentityManagementServiceClient(credentials, Meter(new AmazonIdentityManagementServiceConfig(), "iam", homeRegion)));

    public AmazonEC2Client Ec2(string region) =>
        Get(region, () => new MeteredEc2Client(credentials, Configure(new AmazonEC2Config(), region), Attempts("ec2", region)));

    public AmazonKeyManagementServiceClient KeyManagement(string region) =>
        Get(region, () => new MeteredKeyManagementClient(credentials, Configure(new AmazonKeyManagementServiceConfig(), region), Attempts("kms", region)));

    public AmazonS3Client S3(string region) => Get(
        region,
        () => new MeteredS3Client(
            credentials,
            Configure(new AmazonS3Config { ForcePathStyle = endpoints.Of("S3") is not null, UseArnRegion = false }, region),
            Attempts("s3", region)));

    public AmazonS3ControlClient S3Control(string region) =>
        Get(region, () => new AmazonS3ControlClient(credentials, Meter(new AmazonS3ControlConfig(), "s3control", region)));

    public AmazonCloudTrailClient CloudTrail(string region) =>
        Get(region, () => new AmazonCloudTrailClient(credentials, Meter(new AmazonCloudTrailConfig(), "cloudtrail", region)));

    public AmazonCloudWatchLogsClient CloudWatchLogs(string region) =>
        Get(region, () => new AmazonCloudWatchLogsClient(credentials, Meter(new AmazonCloudWatchLogsConfig(), "logs", region)));

    public AmazonCloudWatchClient CloudWatch(string region) =>
        Get(region, () => new AmazonCloudWatchClient(credentials, Meter(new AmazonCloudWatchConfig(), "cloudwatch", region)));

    public AmazonConfigServiceClient ConfigService(string region) =>
        Get(region, () => new AmazonConfigServiceClient(credentials, Meter(new AmazonConfigServiceConfig(), "config", region)));

    public AmazonSimpleNotificationServiceClient SimpleNotificationService(string region) =>
        Get(region, () => new AmazonSimpleNotificationServiceClient(credentials, Meter(new AmazonSimpleNotificationServiceConfig(), "sns", region)));

    public AmazonSecurityHubClient SecurityHub(string region) =>
        Get(region, () => new AmazonSecurityHubClient(credentials, Meter(new AmazonSecurityHubConfig(), "securityhub", region)));

    public AmazonOrganizationsClient Organizations(string region) =>
        Get(region, () => new AmazonOrganizationsClient(credentials, Meter(new AmazonOrganizationsConfig(), "organizations", region)));

    /// <summary>Clients of the same endpoints that sign with other credentials; to be disposed of by the caller.</summary>
    public AwsClients As(AWSCredentials other) => new(other, endpoints, http, time);

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }

        Gate.Dispose();
    }

    private TClient Get<TClient>(string region, Func<TClient> make)
        where TClient : AmazonServiceClient =>
        (TClient)_clients.GetOrAdd((typeof(TClient), region), _ => new Lazy<AmazonServiceClient>(make)).Value;

    private AttemptHandler Attempts(string service, string region) => new(Gate.Endpoint(service, region));

    private TConfig Meter<TConfig>(TConfig config, string service, string region)
        where TConfig : ProtocolClientConfig
    {
        config.Attempts = Attempts(service, region);
        return Configure(config, region);
    }

    private TConfig Configure<TConfig>(TConfig config, string region, int retries = RetriesOfReads)
        where TConfig : ClientConfig
    {
        // Said outright, or the SDK would look for each in the environment and some at the instance's metadata address.
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        config.IgnoreConfiguredEndpointUrls = true;

        // Not Adaptive: in this SDK a client once throttled waits for tokens that do not come, and in the end gives up; see docs/architecture.md.
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = retries;
        config.HttpClientFactory = http;
        if (endpoints.Of(config.ServiceId) is not { } custom)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = custom.AbsoluteUri;
            config.AuthenticationRegion = region;

            // The SDK keeps one budget of retries an address, which here is the address of all services and Regions.
            config.ThrottleRetries = false;
        }

        return config;
    }
}
