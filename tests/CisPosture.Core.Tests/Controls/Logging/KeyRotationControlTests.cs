using System.Collections;
using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Logging.SampleKeys;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.8.</summary>
public sealed class KeyRotationControlTests
{
    private const string OtherKeyId = "mrk-99990000aaaabbbbccccddddeeeeffff";

    private static Hashtable IncludeNotApplicable => new() { ["IncludeNotApplicable"] = true };

    public static TheoryData<string, KmsKeyMetadata> KeysThatAreNotJudged => new()
    {
        { "AWS managed", Metadata() with { KeyManager = "AWS" } },
        { "RSA for encryption", Metadata() with { KeySpec = "RSA_2048" } },
        { "elliptic curve for signing", Metadata() with { KeySpec = "ECC_NIST_P256", KeyUsage = "SIGN_VERIFY" } },
        { "HMAC", Metadata() with { KeySpec = "HMAC_256", KeyUsage = "GENERATE_VERIFY_MAC" } },
        { "key agreement", Metadata() with { KeySpec = "ECC_NIST_P384", KeyUsage = "KEY_AGREEMENT" } },
        { "imported material", Metadata() with { Origin = "EXTERNAL" } },
        { "CloudHSM key store", Metadata() with { Origin = "AWS_CLOUDHSM", CustomKeyStoreId = "cks-1234567890abcdef0" } },
        { "external key store", Metadata() with { Origin = "EXTERNAL_KEY_STORE", CustomKeyStoreId = "cks-1234567890abcdef0" } },
        { "custom key store by its id alone", Metadata() with { CustomKeyStoreId = "cks-1234567890abcdef0" } },
        { "pending deletion", Metadata() with { KeyState = "PendingDeletion" } },
        { "pending deletion of replicas", Metadata() with { KeyState = "PendingReplicaDeletion" } },
        { "pending import", Metadata() with { KeyState = "PendingImport" } },
        { "being created", Metadata() with { KeyState = "Creating" } },
        { "disabled", Metadata() with { KeyState = "Disabled" } },
        { "multi-Region replica", Metadata() with { IsMultiRegion = true, MultiRegionKeyType = "REPLICA", PrimaryKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1" } },
        { "another account's", Metadata() with { AccountId = "999988887777" } },
    };

    [Fact]
    public void A_key_with_rotation_on_passes()
    {
        var finding = Judging.JudgeOne("2.8", Account(Listed(Metadata(), Evidence.Of(true))));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(("AwsKmsKey", Arn, "us-east-1"), (finding.ResourceType, finding.ResourceId, finding.Region));
    }

    [Fact]
    public void A_key_with_rotation_off_fails_even_if_somebody_rotates_it_by_hand()
    {
        var finding = Judging.JudgeOne("2.8", Account(Listed(Metadata(), Evidence.Of(false))));

        Assert.Equal(("Failed", $"Key {KeyId} is not rotated automatically."), (finding.Status, finding.Reason));
        Assert.Equal("Repair-CisKeyRotation", finding.RepairCommand);
    }

    [Theory]
    [InlineData(true, "Passed")]
    [InlineData(false, "Failed")]
    public void The_primary_of_a_multi_Region_key_is_judged(bool isRotated, string status)
    {
        var primary = Metadata(OtherKeyId) with { IsMultiRegion = true, MultiRegionKeyType = "PRIMARY" };

        Assert.Equal(status, Judging.JudgeOne("2.8", Account(Listed(primary, Evidence.Of(isRotated)))).Status);
    }

    [Theory]
    [MemberData(nameof(KeysThatAreNotJudged))]
    public void A_key_that_AWS_cannot_rotate_is_left_out_and_the_Region_passes_empty(string key, KmsKeyMetadata value)
    {
        var finding = Judging.JudgeOne("2.8", Account(Listed(value)));

        Assert.True(finding is { Status: "Passed", ReasonCode: ReasonCode.EvaluationsEmpty }, $"{key}: {finding}");
        Assert.Equal("AWS::::Account:111122223333", finding.ResourceId);
    }

    [Theory]
    [MemberData(nameof(KeysThatAreNotJudged))]
    public void A_key_that_AWS_cannot_rotate_is_listed_on_request(string key, KmsKeyMetadata value)
    {
        var findings = Judging.Judge("2.8", Account(Listed(value)), parameters: IncludeNotApplicable);

        var listed = Assert.Single(findings, finding => finding.ResourceType == "AwsKmsKey");
        Assert.True(listed is { Status: "NotAvailable", ReasonCode: ReasonCode.NotApplicable }, $"{key}: {listed}");
        Assert.Contains(KeyId, listed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replica_points_to_its_primary()
    {
        var replica = Metadata() with { IsMultiRegion = true, MultiRegionKeyType = "REPLICA", PrimaryKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1" };

        var findings = Judging.Judge("2.8", Account(Listed(replica)), parameters: IncludeNotApplicable);

        Assert.Contains(findings, finding => finding.Reason.Contains("primary arn:aws:kms:eu-west-1:111122223333:key/mrk-1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_policy_that_denies_one_key_leaves_the_others_judged()
    {
        var locked = new KmsKey
        {
            KeyId = OtherKeyId,
            Arn = $"arn:aws:kms:us-east-1:111122223333:key/{OtherKeyId}",
            Metadata = Evidence.Missing<KmsKeyMetadata>(Judging.Denied("kms:DescribeKey", "us-east-1")),
        };

        var findings = Judging.Judge("2.8", Account(Listed(Metadata(), Evidence.Of(true)), locked));

        Assert.Equal(["Passed", "NotAvailable"], findings.Select(finding => finding.Status));
        Assert.Equal((locked.Arn, ReasonCode.AccessDenied, "kms:DescribeKey"), (findings[1].ResourceId, findings[1].ReasonCode, findings[1].Evidence["MissingPermission"]));
    }

    [Fact]
    public void A_denied_rotation_status_is_not_available_for_that_key()
    {
        var finding = Judging.JudgeOne("2.8", Account(Listed(Metadata(), Evidence.Missing<bool>(Judging.Denied("kms:GetKeyRotationStatus", "us-east-1")))));

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied, Arn), (finding.Status, finding.ReasonCode, finding.ResourceId));
    }

    [Fact]
    public void A_rotation_that_nobody_asked_for_is_not_taken_for_off() =>
        Assert.Equal(ReasonCode.NotCollected, Judging.JudgeOne("2.8", Account(Listed(Metadata()))).ReasonCode);

    [Fact]
    public void A_Region_without_keys_passes_empty() =>
        Assert.Equal(("Passed", ReasonCode.EvaluationsEmpty), Status(Judging.JudgeOne("2.8", Account())));

    [Fact]
    public void Each_Region_has_its_own_verdict()
    {
        var account = Judging.Account() with
        {
            Regions =
            [
                Judging.Region("eu-west-1") with { KmsKeys = Evidence.Missing<IReadOnlyList<KmsKey>>(Judging.Denied("kms:ListKeys", "eu-west-1")) },
                Judging.Region() with { KmsKeys = Evidence.Of<IReadOnlyList<KmsKey>>([]) },
            ],
        };

        var findings = Judging.Judge("2.8", account);

        Assert.Equal([("eu-west-1", "NotAvailable"), ("us-east-1", "Passed")], findings.Select(finding => (finding.Region, finding.Status)));
    }

    private static (string Status, string ReasonCode) Status(CisFinding finding) => (finding.Status, finding.ReasonCode);

    private static AccountEvidence Account(params KmsKey[] keys) => Judging.Account() with
    {
        Regions = [Judging.Region() with { KmsKeys = Evidence.Of<IReadOnlyList<KmsKey>>(keys) }],
    };
}
