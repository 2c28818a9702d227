using Amazon.Runtime;
using CisPosture.Aws.Connection.Profiles;
using CisPosture.Profiles;

namespace CisPosture.Aws.Connection;

/// <summary>What the gateway takes from the machine that it runs on. A test hands in others.</summary>
internal sealed record Surroundings
{
    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The role that the container has; null where it has none.</summary>
    public Func<AWSCredentials?> ContainerRole { get; init; } = MachineRole.OfContainer;

    /// <summary>The role that the instance has; null where it has none, or is none.</summary>
    public Func<CancellationToken, Task<AWSCredentials?>> InstanceRole { get; init; } = MachineRole.OfInstanceAsync;

    public HttpClientFactory Http { get; init; } = SharedHttpClientFactory.Instance;

    public Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.UtcNow;

    public Func<TimeSpan, CancellationToken, Task> Delay { get; init; } = Task.Delay;

    /// <summary>Where the user's own files are.</summary>
    public string HomeFolder => AwsFiles.HomeFolder(Variable);

    /// <summary>A variable's text, or null where it is not set or empty.</summary>
    public string? Setting(string name) => Variable(name) is { Length: > 0 } text ? text : null;

    /// <summary>Opens the profiles at a place, or at the usual places for null.</summary>
    public IProfileSource OpenProfiles(string? location) => ProfilePlaces.Open(location, this);
}
