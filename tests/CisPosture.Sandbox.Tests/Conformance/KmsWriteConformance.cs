using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Kms;

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>Drives KMS's writes with the AWS CLI; each test has an account of its own, since it changes it.</summary>
public sealed class KmsWriteConformance
{
    private const string Region = "us-east-1";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"},{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:GenerateDataKey*","Resource":"*"}]}""";

    [Fact]
    public async Task Rotation_is_switched_on_and_off()
    {
        await using var sandbox = await StartAsync();
        var key = Keys(sandbox).Find(key => key.Description == "Customer data")!;

        await DoAsync(sandbox, "enable-key-rotation", "--key-id", key.KeyId);
        Assert.True(key.IsRotationEnabled);
        await DoAsync(sandbox, "disable-key-rotation", "--key-id", key.KeyId);

        Assert.False(key.IsRotationEnabled);
        Assert.Equal("KMSInvalidStateException", await ErrorAsync(sandbox, "enable-key-rotation", "--key-id", Keys(sandbox).Find(other => other.Description == "Retired")!.KeyId));
    }

    [Fact]
    public async Task A_key_is_made_named_tagged_given_a_policy_and_put_away()
    {
        await using var sandbox = await StartAsync();

        var made = (await AskAsync(sandbox, "create-key", "--description", "Trails", "--policy", Policy, "--tags", "TagKey=CisPosture,TagValue=2.7"))["KeyMetadata"]!;
        var key = Keys(sandbox).Find(key => key.KeyId == made.Text("KeyId"))!;
        await DoAsync(sandbox, "create-alias", "--alias-name", "alias/cisposture-trail", "--target-key-id", key.KeyId);
        await DoAsync(sandbox, "tag-resource", "--key-id", key.KeyId, "--tags", "TagKey=owner,TagValue=security");
        await DoAsync(sandbox, "untag-resource", "--key-id", key.KeyId, "--tag-keys", "CisPosture");
        await DoAsync(sandbox, "put-key-policy", "--key-id", key.KeyId, "--policy-name", "default", "--policy", Policy.Replace("GenerateDataKey*", "DescribeKey", StringComparison.Ordinal));
        var policy = (await AskAsync(sandbox, "get-key-policy", "--key-id", key.KeyId, "--policy-name", "default")).Text("Policy")!;
        var tags = (await AskAsync(sandbox, "list-resource-tags", "--key-id", key.KeyId))["Tags"];
        var aliases = (await AskAsync(sandbox, "list-aliases", "--key-id", key.KeyId))["Aliases"];

        Assert.Equal(("Trails", "Enabled", "CUSTOMER", $"arn:aws:kms:us-east-1:111122223333:key/{key.KeyId}"), (made.Text("Description"), made.Text("KeyState"), made.Text("KeyManager"), made.Text("Arn")));
        Assert.Contains("kms:DescribeKey", policy, StringComparison.Ordinal);
        Assert.Equal(["owner"], tags.Each("TagKey"));
        Assert.Equal(["alias/cisposture-trail"], aliases.Each("AliasName"));
        Assert.Equal("Trails", (await AskAsync(sandbox, "describe-key", "--key-id", "alias/cisposture-trail"))["KeyMetadata"]!.Text("Description"));
    }

    [Fact]
    public async Task A_key_is_given_up_and_taken_back()
    {
        await using var sandbox = await StartAsync();
        var key = Keys(sandbox)[0];

        var scheduled = await AskAsync(sandbox, "schedule-key-deletion", "--key-id", key.KeyId, "--pending-window-in-days", "7");
        Assert.Equal("PendingDeletion", key.KeyState);
        Assert.Equal(key.DeletionDate!.Value, scheduled["DeletionDate"].Time()!.Value, TimeSpan.FromSeconds(1));
        await AskAsync(sandbox, "cancel-key-deletion", "--key-id", key.KeyId);
        Assert.Equal(("Disabled", (DateTimeOffset?)null), (key.KeyState, key.DeletionDate));
        await DoAsync(sandbox, "enable-key", "--key-id", key.KeyId);
        Assert.Equal("Enabled", key.KeyState);
        await DoAsync(sandbox, "disable-key", "--key-id", key.KeyId);

        Assert.Equal("DisabledException", await ErrorAsync(sandbox, "enable-key-rotation", "--key-id", key.KeyId));
    }

    [Fact]
    public async Task A_name_is_given_to_another_key_and_deleted()
    {
        await using var sandbox = await StartAsync();
        var heir = new KmsKey { KeyId = "1a2b3c4d-0000-4000-8000-0000000000aa" };
        sandbox.Account.Change(account => account.Regions[Region].KmsKeys.Add(heir));

        await DoAsync(sandbox, "update-alias", "--alias-name", "alias/app-data", "--target-key-id", heir.KeyId);
        Assert.Equal(["app-data"], heir.Aliases.Select(alias => alias.Name));
        await DoAsync(sandbox, "delete-alias", "--alias-name", "alias/app-data");

        Assert.Empty(heir.Aliases);
        Assert.Equal("NotFoundException", await ErrorAsync(sandbox, "delete-alias", "--alias-name", "alias/app-data"));
    }

    private static Task<SandboxServer> StartAsync() => SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);

    private static List<KmsKey> Keys(SandboxServer sandbox) => sandbox.Account.Regions[Region].KmsKeys;

    private static Task<JsonNode> AskAsync(SandboxServer sandbox, params string[] arguments) => new AwsCli(sandbox).AskAsync(Region, ["kms", .. arguments]);

    private static Task DoAsync(SandboxServer sandbox, params string[] arguments) => new AwsCli(sandbox).DoAsync(Region, ["kms", .. arguments]);

    private static Task<string> ErrorAsync(SandboxServer sandbox, params string[] arguments) => new AwsCli(sandbox).ErrorAsync(Region, ["kms", .. arguments]);
}
