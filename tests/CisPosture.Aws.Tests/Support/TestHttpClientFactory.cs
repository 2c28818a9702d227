using Amazon.Runtime;

namespace CisPosture.Aws.Tests.Support;

/// <summary>Makes the HTTP clients of tests: over real sockets or over a script, and always behind the guard.</summary>
internal sealed class TestHttpClientFactory : HttpClientFactory, IDisposable
{
    private readonly HttpClient _client;

    public TestHttpClientFactory(HttpMessageHandler? handler = null) =>
        _client = new HttpClient(new LoopbackGuard(handler ?? new HttpClientHandler { UseProxy = false, MaxConnectionsPerServer = 64 }));

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _client.Dispose();
}
