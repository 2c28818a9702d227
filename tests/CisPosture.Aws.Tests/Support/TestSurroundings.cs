using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Tests.Support;

/// <summary>A machine with nothing on it but what a test puts there.</summary>
internal sealed class TestSurroundings
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CredentialProfile> Profiles { get; } = new(StringComparer.Ordinal);

    public AWSCredentials? MachineRole { get; set; }

    /// <summary>For each time that the machine's role was looked for: whether the instance's metadata might be asked.</summary>
    public ConcurrentQueue<bool> MachineRoleQuestions { get; } = new();

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public HttpMessageHandler? Network { get; init; }

    public Surroundings ToSurroundings() => new()
    {
        Variable = name => Variables.GetValueOrDefault(name),
        Profiles = _ => new DictionaryProfiles(Profiles),
        MachineRole = (mayAskInstance, _) =>
        {
            MachineRoleQuestions.Enqueue(mayAskInstance);
            return Task.FromResult(MachineRole);
        },
        Http = new TestHttpClientFactory(Network),
        Now = () => Now,
        Delay = (wait, cancellationToken) =>
        {
            Waits.Enqueue(wait);
            return Task.Delay(TimeSpan.Zero, cancellationToken);
        },
    };

    public void AddProfile(string name, string? accessKey, string? secretKey, string? region = null) =>
        Profiles[name] = new CredentialProfile(name, new CredentialProfileOptions { AccessKey = accessKey, SecretKey = secretKey })
        {
            Region = region is null ? null : Amazon.RegionEndpoint.GetBySystemName(region),
        };
}
