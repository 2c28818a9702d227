using CisPosture.Accounts;
using CisPosture.Credentials;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.2.</summary>
public sealed class ConsoleMfaControlTests
{
    [Fact]
    public void A_user_with_a_password_and_without_MFA_fails()
    {
        var finding = Judging.JudgeOne("1.2", Reporting(WithPassword(DaysAgo(1), DaysAgo(10))));

        Assert.Equal((nameof(FindingStatus.Failed), ReasonCode.NonCompliant), (finding.Status, finding.ReasonCode));
        Assert.Equal((UserArn("alice"), "AwsIamUser", "us-east-1"), (finding.ResourceId, finding.ResourceType, finding.Region));
        Assert.Equal("The user has a console password but no MFA device.", finding.Reason);
        Assert.Equal((true, false), (finding.Evidence["PasswordEnabled"], finding.Evidence["MfaActive"]));
    }

    [Fact]
    public void A_user_with_a_password_and_MFA_of_any_kind_passes() =>
        Assert.Equal(nameof(FindingStatus.Passed), Judging.JudgeOne("1.2", Reporting(WithPassword(DaysAgo(1), DaysAgo(10)) with { MfaActive = true })).Status);

    [Fact]
    public void A_user_with_keys_but_no_password_passes_and_is_flagged_as_having_none()
    {
        var finding = Judging.JudgeOne("1.2", Reporting(WithKeys(Key(DaysAgo(10)))));

        Assert.Equal((nameof(FindingStatus.Passed), "The user has no console password."), (finding.Status, finding.Reason));
        Assert.Equal(false, finding.Evidence["PasswordEnabled"]);
    }

    [Fact]
    public void A_user_whose_policies_deny_everything_fails_because_the_password_exists()
    {
        var deny = new InlinePolicy { PolicyName = "deny-all", Document = Encoded("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""") };
        var evidence = Reporting(WithPassword(DaysAgo(1), DaysAgo(10))) with
        {
            UserPolicies = Evidence.Of<IReadOnlyList<UserPolicies>>([new() { UserName = "alice", Arn = UserArn("alice"), InlinePolicies = [deny] }]),
        };

        Assert.Equal(nameof(FindingStatus.Failed), Judging.JudgeOne("1.2", evidence).Status);
    }

    [Fact]
    public void A_device_that_exists_but_is_not_assigned_does_not_help()
    {
        var evidence = Reporting(WithPassword(DaysAgo(1), DaysAgo(10))) with
        {
            VirtualMfaDevices = Evidence.Of<IReadOnlyList<VirtualMfaDevice>>([new() { SerialNumber = $"arn:aws:iam::{Judging.AccountId}:mfa/alice" }]),
        };

        Assert.Equal(nameof(FindingStatus.Failed), Judging.JudgeOne("1.2", evidence).Status);
    }

    [Fact]
    public void A_user_who_must_reset_the_password_and_never_signed_in_fails_without_MFA() =>
        Assert.Equal(nameof(FindingStatus.Failed), Judging.JudgeOne("1.2", Reporting(WithPassword(lastUsed: null, DaysAgo(1)))).Status);

    [Fact]
    public void People_who_sign_in_through_an_identity_provider_are_not_IAM_users_and_get_no_finding()
    {
        var finding = Judging.JudgeOne("1.2", Reporting());

        Assert.Equal((ReasonCode.EvaluationsEmpty, "The account has no IAM users."), (finding.ReasonCode, finding.Reason));
    }

    [Fact]
    public void A_report_that_writes_TRUE_does_not_hide_a_password()
    {
        var report = CredentialReportParser.Parse(
            """
            user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date
            alice,arn:aws:iam::111122223333:user/alice,2024-01-01T00:00:00+00:00,TRUE,no_information,2026-06-01T00:00:00+00:00,N/A,FALSE,FALSE,N/A,N/A,FALSE,N/A,N/A
            """,
            Generated);

        Assert.Equal(nameof(FindingStatus.Failed), Judging.JudgeOne("1.2", Reporting(report)).Status);
    }

    [Theory]
    [InlineData(false, false, "Passed")]
    [InlineData(true, true, "Passed")]
    [InlineData(true, false, "Failed")]
    public void A_user_read_live_is_judged_alike(bool hasPassword, bool hasMfa, string status) =>
        Assert.Equal(status, Judging.JudgeOne("1.2", Unreported(Evidence.Of(new UserCredentials { HasPassword = hasPassword, HasMfa = hasMfa }))).Status);

    [Fact]
    public void Each_user_gets_a_finding_of_its_own()
    {
        var findings = Judging.Judge("1.2", Reporting(WithPassword(null, DaysAgo(1), "bob"), Row("alice"), WithPassword(null, DaysAgo(1), "carol")));

        Assert.Equal(
            [(UserArn("alice"), "Passed"), (UserArn("bob"), "Failed"), (UserArn("carol"), "Failed")],
            findings.Select(finding => (finding.ResourceId, finding.Status)));
    }
}
