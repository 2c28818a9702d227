using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.14.</summary>
public sealed class RootHardwareMfaControlTests
{
    private const string RootArn = "arn:aws:iam::111122223333:root";

    private static readonly VirtualMfaDevice OfAlice =
        new() { SerialNumber = "arn:aws:iam::111122223333:mfa/alice", UserArn = UserArn("alice"), UserId = "AIDACKCEVSQ6C2EXAMPLE" };

    [Fact]
    public void Root_with_MFA_and_no_virtual_device_passes()
    {
        var finding = Judging.JudgeOne("1.14", With(Summarizing(), OfAlice));

        Assert.Equal((nameof(FindingStatus.Passed), "Root has an MFA device and no virtual one."), (finding.Status, finding.Reason));
    }

    [Fact]
    public void Security_keys_and_passkeys_count_as_hardware_and_a_note_says_what_AWS_does_not_tell() =>
        Assert.StartsWith("Security keys and passkeys count as hardware", Assert.Single(Judging.JudgeOne("1.14", With(Summarizing())).Notes), StringComparison.Ordinal);

    [Fact]
    public void Root_without_MFA_fails_whatever_the_devices() => Assert.Equal("Failed", Judging.JudgeOne("1.14", Summarizing(mfa: 0)).Status);

    public static TheoryData<string, VirtualMfaDevice> DevicesOfRoot => new()
    {
        { "under the fixed name of old", new() { SerialNumber = "arn:aws:iam::111122223333:mfa/root-account-mfa-device", UserArn = RootArn, UserId = "111122223333" } },
        { "under a name of one's own", new() { SerialNumber = "arn:aws:iam::111122223333:mfa/my-phone", UserArn = RootArn } },
        { "known by the account's id alone", new() { SerialNumber = "arn:aws:iam::111122223333:mfa/my-phone", UserId = "111122223333" } },
        { "known by its serial number alone", new() { SerialNumber = "arn:aws:iam::111122223333:mfa/root-account-mfa-device" } },
    };

    [Theory]
    [MemberData(nameof(DevicesOfRoot))]
    public void A_virtual_device_of_root_fails(string how, VirtualMfaDevice device)
    {
        var finding = Judging.JudgeOne("1.14", With(Summarizing(), OfAlice, device));

        Assert.True(finding.Status == "Failed", $"A device {how} was not taken for root's: {finding}");
        Assert.Equal("Root has 1 virtual MFA device; only hardware is wanted.", finding.Reason);
        Assert.Equal([device.SerialNumber], Texts(finding, "VirtualDevices"));
    }

    [Fact]
    public void A_hardware_key_does_not_excuse_the_virtual_device_beside_it()
    {
        // The summary says that root has MFA, which the hardware key alone would bring about too.
        var virtualDevice = new VirtualMfaDevice { SerialNumber = "arn:aws:iam::111122223333:mfa/spare", UserArn = RootArn };

        Assert.Equal("Failed", Judging.JudgeOne("1.14", With(Summarizing(mfa: 1), virtualDevice)).Status);
    }

    [Fact]
    public void A_leftover_device_that_is_not_assigned_is_ignored_because_only_assigned_ones_are_listed() =>
        Assert.Equal("Passed", Judging.JudgeOne("1.14", With(Summarizing())).Status);

    [Fact]
    public void A_device_under_root_s_old_name_that_a_user_holds_is_not_root_s() =>
        Assert.Equal("Passed", Judging.JudgeOne("1.14", With(Summarizing(), OfAlice with { SerialNumber = "arn:aws:iam::111122223333:mfa/root-account-mfa-device" })).Status);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Root_without_password_and_keys_has_nothing_to_protect_but_fails_in_strict_mode(int mfa, bool hasVirtualDevice)
    {
        var evidence = Summarizing(keys: 0, mfa: mfa, password: 0);
        evidence = hasVirtualDevice ? With(evidence, new VirtualMfaDevice { SerialNumber = "arn:aws:iam::111122223333:mfa/my-phone", UserArn = RootArn }) : With(evidence);

        var finding = Judging.JudgeOne("1.14", evidence);

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.RootCredentialsNotPresent), (finding.Status, finding.ReasonCode));
        Assert.Equal("Failed", Judging.JudgeOne("1.14", evidence, strict: true).Status);
    }

    [Fact]
    public void Root_without_credentials_but_with_a_hardware_key_passes() => Assert.Equal("Passed", Judging.JudgeOne("1.14", With(Summarizing(keys: 0, mfa: 1, password: 0))).Status);

    [Fact]
    public void A_denied_summary_is_neither_passed_nor_failed()
    {
        var evidence = With(Judging.Account() with { AccountSummary = Evidence.Missing<AccountSummary>(Judging.Denied("iam:GetAccountSummary")) });

        Assert.Equal("iam:GetAccountSummary", Judging.JudgeOne("1.14", evidence).Evidence["MissingPermission"]);
    }

    [Fact]
    public void A_denied_list_of_devices_is_neither_passed_nor_failed()
    {
        var evidence = Summarizing() with { VirtualMfaDevices = Evidence.Missing<IReadOnlyList<VirtualMfaDevice>>(Judging.Denied("iam:ListVirtualMFADevices")) };

        var finding = Judging.JudgeOne("1.14", evidence);

        Assert.Equal((nameof(FindingStatus.NotAvailable), "iam:ListVirtualMFADevices"), (finding.Status, finding.Evidence["MissingPermission"]));
    }

    [Theory]
    [InlineData("aws-cn", "cn-north-1", false)]
    [InlineData("aws-cn", "cn-northwest-1", true)]
    [InlineData("aws-us-gov", "us-gov-west-1", false)]
    [InlineData("aws-us-gov", "us-gov-east-1", true)]
    public void In_China_and_GovCloud_neither_mode_gives_a_verdict(string partition, string home, bool strict)
    {
        var finding = Judging.JudgeOne("1.14", With(Summarizing(partition: partition, homeRegion: home)), strict);

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.ControlNotSupportedInRegion), (finding.Status, finding.ReasonCode));
    }

    private static AccountEvidence With(AccountEvidence evidence, params VirtualMfaDevice[] devices) =>
        evidence with { VirtualMfaDevices = Evidence.Of<IReadOnlyList<VirtualMfaDevice>>(devices) };
}
