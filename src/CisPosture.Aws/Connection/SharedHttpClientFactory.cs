using System.Reflection;
using Amazon.Runtime;

namespace CisPosture.Aws.Connection;

/// <summary>
/// One connection pool for all clients: a scan makes dozens of clients, one a service and Region, which would otherwise each open their own.
/// </summary>
internal sealed class SharedHttpClientFactory : HttpClientFactory
{
    public static readonly SharedHttpClientFactory Instance = new();

    private const int ConnectionsPerServer = 64;

    // Short, because a scan asks many Regions and must not wait long for one that a firewall hides.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly Lazy<HttpClient> _throughProxy = new(() => Make(useProxy: true));
    private readonly Lazy<HttpClient> _direct = new(() => Make(useProxy: false));

    private SharedHttpClientFactory()
    {
    }

    // A proxy cannot reach this machine's own loopback address.
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        Uri.TryCreate(clientConfig.ServiceURL, UriKind.Absolute, out var endpoint) && endpoint.IsLoopback ? _direct.Value : _throughProxy.Value;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    private static HttpClient Make(bool useProxy) => new(MakeHandler(useProxy)) { Timeout = AnswerTimeout };

    private static HttpMessageHandler MakeHandler(bool useProxy) =>
        MakeSocketsHandler(useProxy) ?? new HttpClientHandler
        {
            UseProxy = useProxy,
            UseCookies = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = ConnectionsPerServer,
        };

    // .NET's own handler can give up early on an address that does not answer. netstandard2.0 does not know the type, the runtime may.
    private static HttpMessageHandler? MakeSocketsHandler(bool useProxy)
    {
        var type = typeof(HttpClient).Assembly.GetType("System.Net.Http.SocketsHttpHandler");
        if (type is null)
        {
            return null;
        }

        var handler = (HttpMessageHandler)Activator.CreateInstance(type)!;
        Set("UseProxy", useProxy);
        Set("UseCookies", false);
        Set("AllowAutoRedirect", false);
        Set("MaxConnectionsPerServer", ConnectionsPerServer);
        Set(nameof(ConnectTimeout), ConnectTimeout);
        Set("PooledConnectionLifetime", ConnectionLifetime);
        return handler;

        void Set(string name, object value) => type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public)!.SetValue(handler, value);
    }
}
