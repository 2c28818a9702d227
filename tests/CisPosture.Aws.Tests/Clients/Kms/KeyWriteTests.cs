using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.Kms;

/// <summary>The SDK's own KMS client against the sandbox.</summary>
public sealed class KeyWriteTests
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_made_rotated_named_and_given_up()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var kms = sandbox.Clients.KeyManagement("eu-west-1");

        var made = (await kms.CreateKeyAsync(new CreateKeyRequest { Description = "Trails", Policy = Policy, Tags = [new Tag { TagKey = "CisPosture", TagValue = "2.7" }] }, Token)).KeyMetadata;
        await kms.CreateAliasAsync(new CreateAliasRequest { AliasName = "alias/cisposture-trail", TargetKeyId = made.KeyId }, Token);
        await kms.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = made.KeyId }, Token);
        var rotation = await kms.GetKeyRotationStatusAsync(new GetKeyRotationStatusRequest { KeyId = made.KeyId }, Token);
        await kms.DisableKeyRotationAsync(new DisableKeyRotationRequest { KeyId = made.KeyId }, Token);
        var policy = (await kms.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = made.KeyId, PolicyName = "default" }, Token)).Policy;
        var tags = (await kms.ListResourceTagsAsync(new ListResourceTagsRequest { KeyId = made.KeyId }, Token)).Tags;
        var alias = Assert.Single((await kms.ListAliasesAsync(new ListAliasesRequest { KeyId = made.KeyId }, Token)).Aliases);
        var deletion = await kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = made.KeyId, PendingWindowInDays = 7 }, Token);

        Assert.Equal((true, 365), (rotation.KeyRotationEnabled, rotation.RotationPeriodInDays));
        Assert.Equal((Policy, "2.7", "alias/cisposture-trail"), (policy, Assert.Single(tags).TagValue, alias.AliasName));
        Assert.Equal(KeyState.PendingDeletion, deletion.KeyState);
        Assert.Equal("KMSInvalidStateException", await SandboxClients.ErrorAsync(() => kms.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = made.KeyId }, Token)));
        Assert.Equal("MalformedPolicyDocumentException", await SandboxClients.ErrorAsync(() => kms.CreateKeyAsync(new CreateKeyRequest { Policy = "{}" }, Token)));
    }
}
