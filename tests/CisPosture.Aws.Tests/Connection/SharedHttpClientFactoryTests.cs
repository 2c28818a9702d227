using Amazon.SecurityToken;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Tests.Connection;

public sealed class SharedHttpClientFactoryTests
{
    [Fact]
    public void All_clients_share_one_pool_and_those_of_this_machine_go_through_no_proxy()
    {
        var factory = SharedHttpClientFactory.Instance;
        var local = factory.CreateHttpClient(At("http://127.0.0.1:9/"));
        var remote = factory.CreateHttpClient(At("https://vpce.example.com/"));

        Assert.Same(local, factory.CreateHttpClient(At("http://localhost:9/")));
        Assert.Same(remote, factory.CreateHttpClient(At("https://other.example.com/")));
        Assert.NotSame(local, remote);
        Assert.False(factory.UseSDKHttpClientCaching(At("http://127.0.0.1:9/")));
        Assert.False(factory.DisposeHttpClientsAfterUse(At("http://127.0.0.1:9/")));
    }

    private static AmazonSecurityTokenServiceConfig At(string url) => new() { ServiceURL = url };
}
