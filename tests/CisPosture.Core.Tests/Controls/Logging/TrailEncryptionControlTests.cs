using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Trails.SampleTrails;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.7.</summary>
public sealed class TrailEncryptionControlTests
{
    private static readonly string KeyArn = Complete().KmsKeyId!;

    [Theory]
    [InlineData("arn:aws:kms:us-east-1:111122223333:key/7a1f4c7e-9f58-4d3a-8a52-0d1b0a7b5c11")]
    [InlineData("arn:aws:kms:us-east-1:111122223333:alias/trail")]
    [InlineData("alias/trail")]
    [InlineData("7a1f4c7e-9f58-4d3a-8a52-0d1b0a7b5c11")]
    public void A_trail_that_names_a_key_in_any_form_passes(string key)
    {
        var finding = Judging.JudgeOne("2.7", Judging.Account().With((Complete() with { KmsKeyId = key }).Read()));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(key, finding.Evidence["KmsKeyId"]);
        Assert.Empty(finding.Notes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_trail_without_a_key_fails_whatever_its_bucket_encrypts_with(string? key)
    {
        var finding = Judging.JudgeOne("2.7", Judging.Account().With((Complete() with { KmsKeyId = key }).Read()));

        Assert.Equal(("Failed", "Trail everything does not encrypt its log files with a KMS key."), (finding.Status, finding.Reason));
        Assert.Equal("Repair-CisCloudTrail", finding.RepairCommand);
    }

    [Theory]
    [InlineData("Disabled")]
    [InlineData("PendingDeletion")]
    public void A_key_that_cannot_be_used_passes_with_a_note(string state)
    {
        var finding = Judging.JudgeOne("2.7", WithKey(Evidence.Of(SampleKeys.Metadata() with { Arn = KeyArn, KeyState = state })));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal([$"Key {KeyArn} is in state {state}, so delivery will fail."], finding.Notes);
    }

    [Fact]
    public void A_key_that_is_gone_passes_with_a_note()
    {
        var gone = Judging.Denied("kms:DescribeKey") with { ReasonCode = ReasonCode.ServiceError, ErrorCode = "NotFoundException" };

        Assert.Equal([$"Key {KeyArn} does not exist, so delivery will fail."], Judging.JudgeOne("2.7", WithKey(Evidence.Missing<KmsKeyMetadata>(gone))).Notes);
    }

    [Fact]
    public void A_key_of_another_account_passes_with_a_note()
    {
        var finding = Judging.JudgeOne("2.7", WithKey(Evidence.Of(SampleKeys.Metadata() with { Arn = KeyArn, AccountId = ForeignAccountId })));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal([$"The key belongs to account {ForeignAccountId}, which can cut off delivery."], finding.Notes);
    }

    [Fact]
    public void A_key_of_another_account_is_noted_even_where_it_cannot_be_described()
    {
        var trail = Complete() with { KmsKeyId = $"arn:aws:kms:us-east-1:{ForeignAccountId}:key/7a1f4c7e-9f58-4d3a-8a52-0d1b0a7b5c11" };

        Assert.Equal(
            [$"The key belongs to account {ForeignAccountId}, which can cut off delivery."],
            Judging.JudgeOne("2.7", Judging.Account().With(trail.Read())).Notes);
    }

    [Fact]
    public void A_key_that_cannot_be_described_takes_nothing_from_the_verdict()
    {
        var finding = Judging.JudgeOne("2.7", WithKey(Evidence.Missing<KmsKeyMetadata>(Judging.Denied("kms:DescribeKey"))));

        Assert.Equal("Passed", finding.Status);
        Assert.Empty(finding.Notes);
    }

    private static AccountEvidence WithKey(Evidence<KmsKeyMetadata> key) => Judging.Account().With(Complete().Read()) with
    {
        TrailKeys = new Dictionary<string, Evidence<KmsKeyMetadata>>(StringComparer.Ordinal) { [KeyArn] = key },
    };
}
