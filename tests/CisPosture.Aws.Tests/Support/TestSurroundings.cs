using System.Collections.Concurrent;
using Amazon.Runtime;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Tests.Support;

/// <summary>A machine with nothing on it but what a test puts there.</summary>
internal sealed class TestSurroundings
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["HOME"] = Path.Combine(Path.GetTempPath(), "nobody's home") };

    public AWSCredentials? ContainerRole { get; set; }

    public AWSCredentials? InstanceRole { get; set; }

    /// <summary>How often the instance was asked for its role.</summary>
    public int InstanceQuestions { get; private set; }

    /// <summary>What time it is.</summary>
    public DateTimeOffset Clock { get; set; } = Now;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public HttpMessageHandler? Network { get; init; }

    public Surroundings ToSurroundings() => new()
    {
        Variable = name => Variables.GetValueOrDefault(name),
        ContainerRole = () => ContainerRole,
        InstanceRole = _ =>
        {
            InstanceQuestions++;
            return Task.FromResult(InstanceRole);
        },
        Http = new TestHttpClientFactory(Network),
        Now = () => Clock,
        Delay = (wait, cancellationToken) =>
        {
            Waits.Enqueue(wait);
            return Task.Delay(TimeSpan.Zero, cancellationToken);
        },
    };

    /// <summary>Lets the user's home be a folder with AWS's files in it.</summary>
    public TestSurroundings With(AwsFolder folder)
    {
        Variables["HOME"] = folder.Home;
        return this;
    }
}
