using CisPosture.Sandbox.Tests.Conformance;

[assembly: AssemblyFixture(typeof(ConformanceServer))]

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>One sandbox for the whole suite, paging small so that the CLI has to follow tokens.</summary>
public sealed class ConformanceServer : IAsyncLifetime
{
    internal SandboxServer Sandbox { get; private set; } = null!;

    internal AwsCli Aws => new(Sandbox);

    public async ValueTask InitializeAsync() => Sandbox = await SandboxServer.StartAsync(new SandboxOptions { PageSize = 2 });

    public async ValueTask DisposeAsync()
    {
        var faults = Sandbox.Faults;
        await Sandbox.DisposeAsync();
        Assert.Empty(faults);
    }
}
