using System.Collections;
using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.3.</summary>
public sealed class UnusedCredentialControlTests
{
    [Theory]
    [InlineData(89.999, "Passed")]
    [InlineData(90, "Failed")]
    [InlineData(91, "Failed")]
    public void A_key_fails_from_its_ninetieth_day_without_use(double days, string status) =>
        Assert.Equal(status, Status(WithKeys(Key(DaysAgo(500), lastUsed: DaysAgo(days)))));

    [Theory]
    [InlineData(89.999, "Passed")]
    [InlineData(90, "Failed")]
    public void A_password_fails_from_its_ninetieth_day_without_use(double days, string status) =>
        Assert.Equal(status, Status(WithPassword(DaysAgo(days), DaysAgo(500))));

    [Fact]
    public void A_new_user_who_never_signed_in_passes() =>
        Assert.Equal("Passed", Status(WithPassword(lastUsed: null, DaysAgo(5)) with { CreatedTime = DaysAgo(5) }));

    [Fact]
    public void A_password_that_was_never_used_for_200_days_fails()
    {
        var finding = Judging.JudgeOne("1.3", Reporting(WithPassword(lastUsed: null, DaysAgo(200))));

        Assert.Equal((nameof(FindingStatus.Failed), "Unused for 90 days or more: console password (200 days)."), (finding.Status, finding.Reason));
        Assert.Equal([$"console password: never used, made {DaysAgo(200):o}"], Texts(finding, "UnusedCredentials"));
    }

    [Fact]
    public void A_key_that_was_never_used_for_200_days_fails() => Assert.Equal("Failed", Status(WithKeys(Key(DaysAgo(200)))));

    [Fact]
    public void A_young_key_that_was_never_used_passes() => Assert.Equal("Passed", Status(WithKeys(Key(DaysAgo(5)))));

    [Fact]
    public void An_inactive_key_is_ignored_however_long_it_is_idle() =>
        Assert.Equal("Passed", Status(WithKeys(Key(DaysAgo(400), DaysAgo(400), active: false))));

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void A_disabled_password_is_ignored_though_it_was_last_used_long_ago(bool? enabled) =>
        Assert.Equal("Passed", Status(WithPassword(DaysAgo(400), DaysAgo(500)) with { PasswordEnabled = enabled }));

    [Theory]
    [InlineData(30, "Passed")]
    [InlineData(120, "Failed")]
    public void Where_the_report_has_no_information_of_use_the_last_change_counts(double changed, string status) =>
        Assert.Equal(status, Status(WithPassword(lastUsed: null, DaysAgo(changed))));

    [Theory]
    [InlineData(30, "Passed")]
    [InlineData(120, "Failed")]
    public void Where_there_is_no_change_either_the_user_s_creation_counts(double created, string status) =>
        Assert.Equal(status, Status(WithPassword(lastUsed: null, lastChanged: null) with { CreatedTime = DaysAgo(created) }));

    [Fact]
    public void A_use_counts_even_where_the_password_was_changed_since() => Assert.Equal("Failed", Status(WithPassword(DaysAgo(200), DaysAgo(5))));

    [Fact]
    public void A_password_without_any_date_has_no_verdict()
    {
        var finding = Judging.JudgeOne("1.3", Reporting(WithPassword(lastUsed: null, lastChanged: null) with { CreatedTime = null }));

        Assert.Equal(nameof(FindingStatus.NotAvailable), finding.Status);
    }

    [Fact]
    public void One_idle_key_fails_the_user_beside_a_fresh_one()
    {
        var finding = Judging.JudgeOne("1.3", Reporting(WithKeys(Key(DaysAgo(300), DaysAgo(1)), Key(DaysAgo(300), DaysAgo(120), slot: 2))));

        Assert.Equal((nameof(FindingStatus.Failed), "Unused for 90 days or more: access key 2 (120 days)."), (finding.Status, finding.Reason));
        Assert.Equal(["access key 1", "access key 2"], Texts(finding, "EnabledCredentials"));
        Assert.Equal([$"access key 2: last used {DaysAgo(120):o}"], Texts(finding, "UnusedCredentials"));
        Assert.Equal(90, finding.Evidence["MaxCredentialUsageAge"]);
    }

    [Fact]
    public void Every_offending_credential_is_listed()
    {
        var row = WithPassword(DaysAgo(95), DaysAgo(500)) with { AccessKeys = [Key(DaysAgo(91)), Key(DaysAgo(500), DaysAgo(92), slot: 2)] };

        Assert.Equal(
            "Unused for 90 days or more: console password (95 days), access key 1 (91 days), access key 2 (92 days).",
            Judging.JudgeOne("1.3", Reporting(row)).Reason);
    }

    [Fact]
    public void A_user_without_enabled_credentials_passes()
    {
        var finding = Judging.JudgeOne("1.3", Reporting(Row()));

        Assert.Equal((nameof(FindingStatus.Passed), "The user has no enabled password or access key."), (finding.Status, finding.Reason));
    }

    [Fact]
    public void Signing_certificates_are_not_covered()
    {
        var report = CisPosture.Credentials.CredentialReportParser.Parse(
            """
            user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated
            alice,arn:aws:iam::111122223333:user/alice,2020-01-01T00:00:00+00:00,false,N/A,N/A,false,false,N/A,N/A,false,N/A,N/A,true,2020-01-01T00:00:00+00:00,false,N/A
            """,
            Generated);

        Assert.Equal("Passed", Judging.JudgeOne("1.3", Reporting(report)).Status);
    }

    [Fact]
    public void A_stale_report_changes_nothing_before_AWS_makes_the_next()
    {
        var evidence = Reporting(WithKeys(Key(DaysAgo(300), DaysAgo(120))));

        Assert.Equal(
            Judging.JudgeOne("1.3", evidence).Reason,
            Judging.JudgeOne("1.3", evidence with { ObservedAt = Judging.Now.AddHours(3) }).Reason);
    }

    [Theory]
    [InlineData(45, 50, "Failed")]
    [InlineData(365, 120, "Passed")]
    public void The_threshold_can_be_set(int threshold, double idle, string status)
    {
        var parameters = new Hashtable { ["MaxCredentialUsageAge"] = threshold };

        Assert.Equal(status, Judging.JudgeOne("1.3", Reporting(WithPassword(DaysAgo(idle), DaysAgo(500))), parameters: parameters).Status);
    }

    [Fact]
    public void A_user_read_live_is_judged_by_the_same_dates()
    {
        var credentials = new UserCredentials
        {
            HasPassword = true,
            PasswordCreated = DaysAgo(300),
            PasswordLastUsed = DaysAgo(1),
            AccessKeys =
            [
                new() { AccessKeyId = "AKIAIOSFODNN7EXAMPLE", IsActive = true, CreateDate = DaysAgo(100) },
                new() { AccessKeyId = "AKIAI44QH8DHBEXAMPLE", IsActive = false, CreateDate = DaysAgo(900) },
            ],
        };

        Assert.Equal("Unused for 90 days or more: access key AKIAIOSFODNN7EXAMPLE (100 days).", Judging.JudgeOne("1.3", Unreported(Evidence.Of(credentials))).Reason);
    }

    private static string Status(CredentialReportRow row) => Judging.JudgeOne("1.3", Reporting(row)).Status;
}
