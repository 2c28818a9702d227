using System.Text.Json;
using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class KmsKeyCollectorTests : IDisposable
{
    private readonly ScriptedAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Theory]
    [InlineData("CUSTOMER", "AWS_KMS", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Enabled", "", true)]
    [InlineData("CUSTOMER", "AWS_KMS", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Enabled", ",\"MultiRegion\":true,\"MultiRegionConfiguration\":{\"MultiRegionKeyType\":\"PRIMARY\"}", true)]
    [InlineData("CUSTOMER", "AWS_KMS", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Enabled", ",\"MultiRegion\":true,\"MultiRegionConfiguration\":{\"MultiRegionKeyType\":\"REPLICA\"}", false)]
    [InlineData("CUSTOMER", "AWS_KMS", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Enabled", ",\"CustomKeyStoreId\":\"cks-1\"", false)]
    [InlineData("AWS", "AWS_KMS", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Enabled", "", false)]
    [InlineData("CUSTOMER", "EXTERNAL", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Enabled", "", false)]
    [InlineData("CUSTOMER", "AWS_CLOUDHSM", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Enabled", "", false)]
    [InlineData("CUSTOMER", "AWS_KMS", "RSA_2048", "ENCRYPT_DECRYPT", "Enabled", "", false)]
    [InlineData("CUSTOMER", "AWS_KMS", "HMAC_256", "GENERATE_VERIFY_MAC", "Enabled", "", false)]
    [InlineData("CUSTOMER", "AWS_KMS", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "Disabled", "", false)]
    [InlineData("CUSTOMER", "AWS_KMS", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "PendingDeletion", "", false)]
    public async Task Rotation_is_asked_for_only_where_a_key_can_rotate(string manager, string origin, string spec, string usage, string state, string more, bool isAsked)
    {
        AnswerKeys("k1");
        _account.Aws.On("kms:DescribeKey", $$$"""{"KeyMetadata":{"KeyId":"k1","Arn":"arn:k1","AWSAccountId":"111122223333","KeyManager":"{{{manager}}}","Origin":"{{{origin}}}","KeySpec":"{{{spec}}}","KeyUsage":"{{{usage}}}","KeyState":"{{{state}}}"{{{more}}}}}""");
        _account.Aws.On("kms:GetKeyRotationStatus", """{"KeyRotationEnabled":false,"KeyId":"k1"}""");

        var key = Assert.Single(Assert.Single((await _account.CollectAsync(EvidenceKind.KmsKeys)).Regions).KmsKeys.Value!);

        Assert.Equal(isAsked ? 1 : 0, _account.Aws.CountOf("kms:GetKeyRotationStatus"));
        Assert.Equal(isAsked, key.IsRotationEnabled is { IsKnown: true, Value: false });
        Assert.Equal((manager, origin, spec, state), (key.Metadata.Value!.KeyManager, key.Metadata.Value.Origin, key.Metadata.Value.KeySpec, key.Metadata.Value.KeyState));
    }

    [Fact]
    public async Task A_key_whose_policy_denies_us_is_a_gap_of_that_key_only()
    {
        AnswerKeys("k2", "k1");
        _account.Aws.On("kms:DescribeKey", call => ScriptedAws.Answer(
            call.Body.Contains("k1", StringComparison.Ordinal)
                ? Answers.JsonRefusal("AccessDeniedException")
                : (200, """{"KeyMetadata":{"KeyId":"k2","KeyManager":"AWS","KeyState":"Enabled"}}""")));

        var keys = Assert.Single((await _account.CollectAsync(EvidenceKind.KmsKeys)).Regions).KmsKeys.Value!;

        Assert.Equal(["k1", "k2"], keys.Select(key => key.KeyId));
        Assert.Equal(("ACCESS_DENIED", "kms:DescribeKey"), (keys[0].Metadata.Gap!.ReasonCode, keys[0].Metadata.Gap!.Operation));
        Assert.True(keys[1].Metadata.IsKnown);
        Assert.Single(_account.Gaps);
    }

    [Fact]
    public async Task Keys_are_listed_page_by_page()
    {
        _account.Aws.On("kms:ListKeys", call => ScriptedAws.Answer((200, JsonDocument.Parse(call.Body).RootElement.TryGetProperty("Marker", out _)
            ? """{"Keys":[{"KeyId":"k1","KeyArn":"arn:k1"}],"Truncated":false}"""
            : """{"Keys":[{"KeyId":"k2","KeyArn":"arn:k2"}],"Truncated":true,"NextMarker":"m"}""")));
        _account.Aws.On("kms:DescribeKey", """{"KeyMetadata":{"KeyId":"k","KeyManager":"AWS"}}""");

        Assert.Equal(["k1", "k2"], Assert.Single((await _account.CollectAsync(EvidenceKind.KmsKeys)).Regions).KmsKeys.Value!.Select(key => key.KeyId));
    }

    private void AnswerKeys(params string[] ids) =>
        _account.Aws.On("kms:ListKeys", $$"""{"Keys":[{{string.Join(',', ids.Select(id => $$"""{"KeyId":"{{id}}","KeyArn":"arn:{{id}}"}"""))}}],"Truncated":false}""");
}
