namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>An account for one test to change, with the ways to speak to it.</summary>
internal sealed class ScratchAccount : IAsyncDisposable
{
    public const string Region = "us-east-1";

    private ScratchAccount(SandboxServer sandbox)
    {
        Sandbox = sandbox;
        Wire = new WireClient(sandbox);
    }

    public SandboxServer Sandbox { get; }

    public AwsCli Aws => new(Sandbox);

    public WireClient Wire { get; }

    /// <summary>An empty account with two Regions, or the one that the JSON describes.</summary>
    public static async Task<ScratchAccount> StartAsync(string json = """{ "regions": { "us-east-1": {}, "eu-west-1": {} } }""", SandboxOptions? options = null)
    {
        await using var file = await AccountFileOnDisk.WriteAsync(json);
        return new ScratchAccount(await SandboxServer.StartAsync((options ?? new SandboxOptions()) with { Account = file.Path }, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        var faults = Sandbox.Faults;
        Wire.Dispose();
        await Sandbox.DisposeAsync();
        Assert.Empty(faults);
    }
}
