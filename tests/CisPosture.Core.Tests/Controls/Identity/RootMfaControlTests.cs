using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.13.</summary>
public sealed class RootMfaControlTests
{
    [Theory]
    [InlineData(1, "Passed", "Root has an MFA device.")]
    [InlineData(0, "Failed", "Root has no MFA device.")]
    public void The_account_summary_decides(int mfa, string status, string reason)
    {
        var finding = Judging.JudgeOne("1.13", Summarizing(mfa: mfa));

        Assert.Equal((status, reason), (finding.Status, finding.Reason));
        Assert.Equal(mfa, finding.Evidence["AccountMFAEnabled"]);
    }

    [Fact]
    public void Several_devices_count_as_one_yes()
    {
        var device = new VirtualMfaDevice { SerialNumber = "arn:aws:iam::111122223333:mfa/one", UserArn = "arn:aws:iam::111122223333:root" };
        var evidence = Summarizing(mfa: 1) with { VirtualMfaDevices = Evidence.Of<IReadOnlyList<VirtualMfaDevice>>([device, device with { SerialNumber = "arn:aws:iam::111122223333:mfa/two" }]) };

        Assert.Equal("Passed", Judging.JudgeOne("1.13", evidence).Status);
    }

    [Fact]
    public void A_denied_summary_is_neither_passed_nor_failed()
    {
        var finding = Judging.JudgeOne("1.13", Judging.Account() with { AccountSummary = Evidence.Missing<AccountSummary>(Judging.Denied("iam:GetAccountSummary")) });

        Assert.Equal((nameof(FindingStatus.NotAvailable), "iam:GetAccountSummary"), (finding.Status, finding.Evidence["MissingPermission"]));
    }

    [Fact]
    public void Root_without_password_and_keys_has_nothing_to_protect_but_fails_in_strict_mode()
    {
        var evidence = Summarizing(keys: 0, mfa: 0, password: 0);

        var finding = Judging.JudgeOne("1.13", evidence);
        var strict = Judging.JudgeOne("1.13", evidence, strict: true);

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.RootCredentialsNotPresent), (finding.Status, finding.ReasonCode));
        Assert.Contains("Strict Security Hub mode: Failed NON_COMPLIANT.", finding.Notes);
        Assert.Equal(nameof(FindingStatus.Failed), strict.Status);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(0, null)]
    public void Root_with_a_password_or_a_key_or_of_unknown_password_fails(int keys, int? password) =>
        Assert.Equal("Failed", Judging.JudgeOne("1.13", Summarizing(keys, mfa: 0, password)).Status);

    [Fact]
    public void Root_without_credentials_but_with_MFA_passes() => Assert.Equal("Passed", Judging.JudgeOne("1.13", Summarizing(keys: 0, mfa: 1, password: 0)).Status);

    [Theory]
    [InlineData("aws-cn", "cn-north-1", false)]
    [InlineData("aws-cn", "cn-north-1", true)]
    [InlineData("aws-cn", "cn-northwest-1", false)]
    [InlineData("aws-us-gov", "us-gov-west-1", false)]
    [InlineData("aws-us-gov", "us-gov-west-1", true)]
    [InlineData("aws-us-gov", "us-gov-east-1", false)]
    public void In_China_and_GovCloud_neither_mode_gives_a_verdict(string partition, string home, bool strict)
    {
        var finding = Judging.JudgeOne("1.13", Summarizing(mfa: 0, partition: partition, homeRegion: home), strict);

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.ControlNotSupportedInRegion), (finding.Status, finding.ReasonCode));
        Assert.Equal($"Security Hub does not support control 1.13 in {home}.", finding.Reason);
    }
}
