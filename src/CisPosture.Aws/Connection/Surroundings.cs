using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace CisPosture.Aws.Connection;

/// <summary>What the gateway takes from the machine that it runs on. A test hands in others.</summary>
internal sealed record Surroundings
{
    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Opens the profile files at a place, or at the usual places for null.</summary>
    public Func<string?, ICredentialProfileSource> Profiles { get; init; } = location => new CredentialProfileStoreChain(location);

    /// <summary>The role that the container or machine has; null where it has none.</summary>
    public Func<bool, CancellationToken, Task<AWSCredentials?>> MachineRole { get; init; } = Connection.MachineRole.FindAsync;

    public HttpClientFactory Http { get; init; } = SharedHttpClientFactory.Instance;

    public Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.UtcNow;

    public Func<TimeSpan, CancellationToken, Task> Delay { get; init; } = Task.Delay;

    /// <summary>A variable's text, or null where it is not set or empty.</summary>
    public string? Setting(string name) => Variable(name) is { Length: > 0 } text ? text : null;
}
