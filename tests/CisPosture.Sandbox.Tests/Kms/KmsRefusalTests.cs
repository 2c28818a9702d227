using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Kms;

namespace CisPosture.Sandbox.Tests.Kms;

/// <summary>What KMS does not do, and in which words it says so.</summary>
public sealed class KmsRefusalTests : IAsyncLifetime
{
    private const string Root = "arn:aws:iam::111122223333:root";

    private SandboxServer _sandbox = null!;
    private WireClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        _sandbox.Account.Change(account =>
        {
            var keys = account.Regions["us-east-1"].KmsKeys;
            keys.Clear();
            keys.AddRange(
            [
                new KmsKey { KeyId = "plain", Aliases = { new KeyAlias { Name = "plain" } } },
                new KmsKey { KeyId = "off", KeyState = "Disabled" },
                new KmsKey { KeyId = "going", KeyState = "PendingDeletion", DeletionDate = DateTimeOffset.UnixEpoch },
                new KmsKey { KeyId = "empty", Origin = "EXTERNAL", KeyState = "PendingImport" },
                new KmsKey { KeyId = "brought", Origin = "EXTERNAL" },
                new KmsKey { KeyId = "hsm", Origin = "AWS_CLOUDHSM" },
                new KmsKey { KeyId = "signing", KeySpec = "RSA_2048", KeyUsage = "SIGN_VERIFY" },
                new KmsKey { KeyId = "copy", MultiRegionKeyType = "REPLICA", PrimaryRegion = "eu-west-1" },
                new KmsKey { KeyId = "aws", KeyManager = "AWS", Aliases = { new KeyAlias { Name = "aws/s3" } } },
                new KmsKey { KeyId = "closed", IsClosedByPolicy = true },
            ]);
        });
        _client = new WireClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
        Assert.Empty(_sandbox.Faults);
    }

    [Theory]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"off\"}", "DisabledException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"going\"}", "KMSInvalidStateException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"brought\"}", "UnsupportedOperationException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"hsm\"}", "UnsupportedOperationException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"signing\"}", "UnsupportedOperationException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"copy\"}", "UnsupportedOperationException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"aws\"}", "AccessDeniedException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"closed\"}", "AccessDeniedException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"nobody\"}", "NotFoundException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"alias/plain\"}", "NotFoundException")]
    [InlineData("EnableKeyRotation", "{\"KeyId\":\"plain\",\"RotationPeriodInDays\":30}", "ValidationException")]
    [InlineData("DisableKeyRotation", "{\"KeyId\":\"off\"}", "DisabledException")]
    [InlineData("GetKeyRotationStatus", "{\"KeyId\":\"signing\"}", "UnsupportedOperationException")]
    [InlineData("EnableKey", "{\"KeyId\":\"empty\"}", "KMSInvalidStateException")]
    [InlineData("CancelKeyDeletion", "{\"KeyId\":\"plain\"}", "KMSInvalidStateException")]
    [InlineData("ScheduleKeyDeletion", "{\"KeyId\":\"going\"}", "KMSInvalidStateException")]
    [InlineData("ScheduleKeyDeletion", "{\"KeyId\":\"plain\",\"PendingWindowInDays\":6}", "ValidationException")]
    [InlineData("CreateAlias", "{\"AliasName\":\"alias/plain\",\"TargetKeyId\":\"off\"}", "AlreadyExistsException")]
    [InlineData("CreateAlias", "{\"AliasName\":\"plain\",\"TargetKeyId\":\"off\"}", "ValidationException")]
    [InlineData("CreateAlias", "{\"AliasName\":\"alias/two words\",\"TargetKeyId\":\"off\"}", "ValidationException")]
    [InlineData("CreateAlias", "{\"AliasName\":\"alias/aws/own\",\"TargetKeyId\":\"off\"}", "NotAuthorizedException")]
    [InlineData("CreateAlias", "{\"AliasName\":\"alias/new\",\"TargetKeyId\":\"alias/plain\"}", "ValidationException")]
    [InlineData("CreateAlias", "{\"AliasName\":\"alias/new\",\"TargetKeyId\":\"going\"}", "KMSInvalidStateException")]
    [InlineData("CreateAlias", "{\"AliasName\":\"alias/new\",\"TargetKeyId\":\"nobody\"}", "NotFoundException")]
    [InlineData("UpdateAlias", "{\"AliasName\":\"alias/plain\",\"TargetKeyId\":\"signing\"}", "ValidationException")]
    [InlineData("DeleteAlias", "{\"AliasName\":\"alias/new\"}", "NotFoundException")]
    [InlineData("CreateKey", "{\"KeySpec\":\"RSA_2048\"}", "ValidationException")]
    [InlineData("CreateKey", "{\"KeySpec\":\"HMAC_256\",\"KeyUsage\":\"ENCRYPT_DECRYPT\"}", "ValidationException")]
    [InlineData("CreateKey", "{\"Tags\":[{\"TagKey\":\"a\",\"TagValue\":\"1\"},{\"TagKey\":\"a\",\"TagValue\":\"2\"}]}", "TagException")]
    [InlineData("CreateKey", "{\"Tags\":[{\"TagKey\":\"aws:a\",\"TagValue\":\"1\"}]}", "TagException")]
    [InlineData("CreateKey", "{\"Policy\":\"not json\"}", "MalformedPolicyDocumentException")]
    [InlineData("TagResource", "{\"KeyId\":\"going\",\"Tags\":[{\"TagKey\":\"a\",\"TagValue\":\"1\"}]}", "KMSInvalidStateException")]
    [InlineData("GetKeyPolicy", "{\"KeyId\":\"plain\",\"PolicyName\":\"other\"}", "NotFoundException")]
    [InlineData("PutKeyPolicy", "{\"KeyId\":\"plain\"}", "ValidationException")]
    public async Task A_request_that_does_not_fit_is_refused_and_changes_nothing(string operation, string body, string code)
    {
        var before = _sandbox.Account.Export();

        Assert.Equal(code, await CodeAsync(operation, body));
        Assert.Equal(before, _sandbox.Account.Export());
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/nobody", "kms:*", "Allow", "Policy contains a statement with one or more invalid principals.")]
    [InlineData("arn:aws:iam::111122223333:user/alice", "kms:*", "Allow", "The new key policy will not allow you to update the key policy in the future.")]
    [InlineData(Root, "kms:Describe*", "Allow", "The new key policy will not allow you to update the key policy in the future.")]
    [InlineData(Root, "kms:*", "Deny", "The new key policy will not allow you to update the key policy in the future.")]
    [InlineData(Root, "kms:*", "Allow", null)]
    [InlineData("111122223333", "kms:Put*", "Allow", null)]
    [InlineData("arn:aws:iam::111122223333:user/auditor", "*", "Allow", null)]
    public async Task A_key_policy_may_not_lock_its_writer_out(string principal, string action, string effect, string? message)
    {
        var answer = await PutAsync("plain", Policy(principal, action, effect), bypass: false);

        Assert.Equal(message is null ? (null, null) : ("MalformedPolicyDocumentException", message), (answer?["__type"]?.ToString(), answer?["message"]?.ToString()));
    }

    [Fact]
    public async Task Whoever_locks_himself_out_knowingly_is_out()
    {
        Assert.Null(await PutAsync("plain", Policy("arn:aws:iam::111122223333:user/alice", "kms:*", "Allow"), bypass: true));

        Assert.Equal("AccessDeniedException", await CodeAsync("DescribeKey", "{\"KeyId\":\"plain\"}"));
    }

    [Fact]
    public async Task A_key_that_gets_its_first_policy_back_is_as_it_was()
    {
        var before = _sandbox.Account.Export();
        var first = (await _client.JsonAsync("kms", "TrentService.GetKeyPolicy", "{\"KeyId\":\"plain\"}")).Json["Policy"]!.ToString();

        await PutAsync("plain", Policy(Root, "kms:*", "Allow"), bypass: false);
        Assert.NotEqual(before, _sandbox.Account.Export());
        await PutAsync("plain", first, bypass: false);

        Assert.Equal(before, _sandbox.Account.Export());
    }

    [Theory]
    [InlineData("logs.us-east-1.amazonaws.com", "kms:Encrypt*", "*", null)]
    [InlineData("logs.us-east-1.amazonaws.com", "kms:Encrypt*", "arn:aws:logs:us-east-1:111122223333:log-group:new", null)]
    [InlineData("logs.us-east-1.amazonaws.com", "kms:Encrypt*", "arn:aws:logs:us-east-1:111122223333:log-group:other", "InvalidParameterException")]
    [InlineData("logs.us-east-1.amazonaws.com", "kms:Decrypt*", "*", "InvalidParameterException")]
    [InlineData("cloudtrail.amazonaws.com", "kms:Encrypt*", "*", "InvalidParameterException")]
    public async Task A_service_uses_a_key_only_as_far_as_the_policy_lets_it(string service, string action, string group, string? code)
    {
        var key = _sandbox.Account.Regions["us-east-1"].KmsKeys[0];
        key.Policy = $$$"""{"Statement":[{"Effect":"Allow","Principal":{"Service":"{{{service}}}"},"Action":"{{{action}}}","Resource":"*","Condition":{"ArnLike":{"kms:EncryptionContext:aws:logs:arn":"{{{group}}}"} } }]}""";

        var answer = await _client.JsonAsync("logs", "Logs_20140328.CreateLogGroup", $$"""{"logGroupName":"new","kmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/{{key.KeyId}}"}""");

        Assert.Equal(code, answer.Text.Length == 0 ? null : answer.Json["__type"]!.ToString());
    }

    private static string Policy(string principal, string action, string effect) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Principal":{"AWS":"{{principal}}"},"Action":"{{action}}","Resource":"*"}]}""";

    private async Task<string?> CodeAsync(string operation, string body) => (await _client.JsonAsync("kms", $"TrentService.{operation}", body)).Json["__type"]?.ToString();

    /// <summary>Null where it was done.</summary>
    private async Task<JsonNode?> PutAsync(string keyId, string policy, bool bypass)
    {
        var body = new JsonObject { ["KeyId"] = keyId, ["Policy"] = policy, ["BypassPolicyLockoutSafetyCheck"] = bypass };
        var answer = await _client.JsonAsync("kms", "TrentService.PutKeyPolicy", body.ToJsonString());
        return answer.Text.Length == 0 ? null : answer.Json;
    }
}
