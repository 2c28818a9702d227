using System.Text.Json.Nodes;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.Tests.Conformance;

[assembly: AssemblyFixture(typeof(OrganizationServer))]

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>A sandbox, paging by two, that plays an organization of four accounts, the last of them suspended.</summary>
public sealed class OrganizationServer : IAsyncLifetime
{
    internal const string Management = "111122223333";
    internal const string Member = "222200000001";
    internal const string ExternalId = "ticket/4711";

    internal SandboxServer Sandbox { get; private set; } = null!;

    internal AwsCli Aws => new(Sandbox);

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary", Members = 3, ExternalId = ExternalId, PageSize = 2 });
        Sandbox.Account.Change(_ => Sandbox.Accounts.Organization!.Accounts[^1].State = "SUSPENDED");
    }

    public async ValueTask DisposeAsync()
    {
        var faults = Sandbox.Faults;
        await Sandbox.DisposeAsync();
        Assert.Empty(faults);
    }

    /// <summary>The CLI with the keys of a member's audit role.</summary>
    internal async Task<AwsCli> EnterAsync(string accountId)
    {
        var answer = await Aws.AskAsync(
            "us-east-1", "sts", "assume-role", "--role-arn", $"arn:aws:iam::{accountId}:role/Audit", "--role-session-name", "conformance", "--external-id", ExternalId);
        return new AwsCli(Sandbox) { Keys = Keys(answer["Credentials"]!) };
    }

    private static SandboxCredential Keys(JsonNode credentials) => new()
    {
        AccessKeyId = credentials.Text("AccessKeyId")!,
        SecretAccessKey = credentials.Text("SecretAccessKey")!,
        SessionToken = credentials.Text("SessionToken")!,
        Arn = "",
    };
}
