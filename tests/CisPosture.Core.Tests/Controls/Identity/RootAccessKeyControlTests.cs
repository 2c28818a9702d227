using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.12.</summary>
public sealed class RootAccessKeyControlTests
{
    [Theory]
    [InlineData(0, "Passed", "Root has no access key.")]
    [InlineData(1, "Failed", "Root has an access key.")]
    [InlineData(2, "Failed", "Root has an access key.")]
    public void The_account_summary_decides(int keys, string status, string reason)
    {
        var finding = Judging.JudgeOne("1.12", Summarizing(keys));

        Assert.Equal((status, reason, "AwsAccount"), (finding.Status, finding.Reason, finding.ResourceType));
        Assert.Equal(keys, finding.Evidence["AccountAccessKeysPresent"]);
        Assert.Empty(finding.Notes);
    }

    [Fact]
    public void A_denied_summary_is_neither_passed_nor_failed()
    {
        var finding = Judging.JudgeOne("1.12", Judging.Account() with { AccountSummary = Evidence.Missing<AccountSummary>(Judging.Denied("iam:GetAccountSummary")) });

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
    }

    [Fact]
    public void Credentials_removed_centrally_pass() => Assert.Equal("Passed", Judging.JudgeOne("1.12", Summarizing(keys: 0, mfa: 0, password: 0)).Status);

    [Fact]
    public void An_inactive_key_is_still_a_key_and_the_disagreement_is_noted()
    {
        var finding = Judging.JudgeOne("1.12", With(Summarizing(keys: 1), Key(DaysAgo(900), active: false)));

        Assert.Equal("Failed", finding.Status);
        Assert.Contains("shows root's key as inactive", Assert.Single(finding.Notes), StringComparison.Ordinal);
        Assert.Equal((0, 1), (finding.Evidence["ActiveKeysInReport"], finding.Evidence["InactiveKeysInReport"]));
        Assert.Equal(Generated.ToString("o"), finding.Evidence["ReportGeneratedTime"]);
    }

    [Fact]
    public void A_key_that_the_report_does_not_know_yet_is_noted()
    {
        var finding = Judging.JudgeOne("1.12", With(Summarizing(keys: 1)));

        Assert.Equal("Failed", finding.Status);
        Assert.Contains("younger than the report", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "may have been deleted since")]
    [InlineData(false, "shows an inactive key of root")]
    public void A_key_that_only_the_report_shows_passes_with_a_note(bool active, string note)
    {
        var finding = Judging.JudgeOne("1.12", With(Summarizing(keys: 0), Key(DaysAgo(900), active: active)));

        Assert.Equal("Passed", finding.Status);
        Assert.Contains(note, Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Where_both_agree_nothing_is_noted(int keys)
    {
        var evidence = keys == 0 ? With(Summarizing(keys)) : With(Summarizing(keys), Key(DaysAgo(900)));

        Assert.Empty(Judging.JudgeOne("1.12", evidence).Notes);
    }

    [Fact]
    public void A_denied_report_changes_no_verdict()
    {
        var evidence = Summarizing(keys: 0) with { CredentialReport = Evidence.Missing<CredentialReport>(Judging.Denied("iam:GetCredentialReport")) };

        Assert.Equal("Passed", Judging.JudgeOne("1.12", evidence).Status);
    }

    [Fact]
    public void A_report_whose_root_row_says_not_supported_and_has_no_keys_still_leads_to_a_finding() =>
        Assert.Equal("Passed", Judging.JudgeOne("1.12", With(Summarizing(keys: 0))).Status);

    [Fact]
    public void Where_Security_Hub_does_not_support_it_only_strict_mode_withholds_the_verdict()
    {
        var evidence = Summarizing(keys: 1, homeRegion: "af-south-1");

        Assert.Equal("Failed", Judging.JudgeOne("1.12", evidence).Status);
        Assert.Equal(ReasonCode.ControlNotSupportedInRegion, Judging.JudgeOne("1.12", evidence, strict: true).ReasonCode);
    }

    [Theory]
    [InlineData("aws-cn", "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    public void It_is_judged_in_every_partition(string partition, string home)
    {
        var finding = Judging.JudgeOne("1.12", Summarizing(keys: 1, partition: partition, homeRegion: home), strict: true);

        Assert.Equal(("Failed", home), (finding.Status, finding.Region));
    }

    private static AccountEvidence With(AccountEvidence evidence, params ReportedAccessKey[] keys) => evidence with
    {
        CredentialReport = Evidence.Of(new CredentialReport { GeneratedTime = Generated, Rows = [Row(), Root() with { AccessKeys = keys }] }),
    };
}
