using Amazon.Runtime;
using CisPosture.Aws.Connection;
using CisPosture.Sandbox;

namespace CisPosture.Aws.Tests.Support;

/// <summary>A sandbox account and clients to it, over real HTTP on loopback.</summary>
internal sealed class SandboxClients : IAsyncDisposable
{
    private readonly TestHttpClientFactory _http = new();

    private SandboxClients(SandboxServer server)
    {
        Server = server;
        Clients = new AwsClients(new BasicAWSCredentials("test", "test"), new Endpoints(server.Endpoint), _http);
    }

    public SandboxServer Server { get; }

    public AwsClients Clients { get; }

    public static async Task<SandboxClients> OpenAsync(SandboxOptions options) =>
        new(await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken));

    public static Task<SandboxClients> OpenAsync(string account = "neglected") => OpenAsync(new SandboxOptions { Account = account });

    /// <summary>The code of the error that the call must end in.</summary>
    public static async Task<string> ErrorAsync(Func<Task> call) => (await Assert.ThrowsAnyAsync<AmazonServiceException>(call)).ErrorCode;

    public async ValueTask DisposeAsync()
    {
        var faults = Server.Faults;
        Clients.Dispose();
        _http.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(faults);
    }
}
