using System.Collections;
using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.4.</summary>
public sealed class AccessKeyAgeControlTests
{
    [Theory]
    [InlineData(0, "Passed")]
    [InlineData(89, "Passed")]
    [InlineData(90, "Passed")]
    [InlineData(90.99, "Passed")]
    [InlineData(91, "Failed")]
    [InlineData(400, "Failed")]
    public void A_key_of_ninety_whole_days_still_passes(double days, string status) => Assert.Equal(status, Status(WithKeys(Key(DaysAgo(days)))));

    [Fact]
    public void On_the_ninetieth_day_an_unused_key_fails_1_3_and_passes_1_4()
    {
        var evidence = Reporting(WithKeys(Key(DaysAgo(90))));

        Assert.Equal(("Failed", "Passed"), (Judging.JudgeOne("1.3", evidence).Status, Judging.JudgeOne("1.4", evidence).Status));
    }

    [Fact]
    public void An_inactive_old_key_passes() => Assert.Equal("Passed", Status(WithKeys(Key(DaysAgo(400), active: false))));

    [Fact]
    public void A_fresh_key_does_not_excuse_an_old_one()
    {
        var finding = Judging.JudgeOne("1.4", Reporting(WithKeys(Key(DaysAgo(1)), Key(DaysAgo(120), slot: 2))));

        Assert.Equal((nameof(FindingStatus.Failed), "Older than 90 days: access key 2 (120 days)."), (finding.Status, finding.Reason));
        Assert.Equal([$"access key 2: made {DaysAgo(120):o}"], Texts(finding, "AgedAccessKeys"));
    }

    [Fact]
    public void An_old_key_fails_though_it_was_used_a_minute_ago() =>
        Assert.Equal("Failed", Status(WithKeys(Key(DaysAgo(120), lastUsed: Judging.Now.AddMinutes(-1)))));

    [Fact]
    public void A_key_of_an_old_user_made_today_passes() => Assert.Equal("Passed", Status(WithKeys(Key(Judging.Now)) with { CreatedTime = DaysAgo(3000) }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_slot_without_a_last_rotation_holds_no_key(bool active) => Assert.Equal("Passed", Status(WithKeys(Key(made: null, active: active))));

    [Fact]
    public void The_keys_of_root_are_not_judged_here()
    {
        var evidence = Reporting(new CredentialReport { GeneratedTime = Generated, Rows = [Root() with { AccessKeys = [Key(DaysAgo(900))] }] });

        Assert.Equal(ReasonCode.EvaluationsEmpty, Judging.JudgeOne("1.4", evidence).ReasonCode);
    }

    [Fact]
    public void A_user_read_live_shows_the_key_s_id()
    {
        var credentials = new UserCredentials { AccessKeys = [new() { AccessKeyId = "AKIAIOSFODNN7EXAMPLE", IsActive = true, CreateDate = DaysAgo(91) }] };

        Assert.Equal("Older than 90 days: access key AKIAIOSFODNN7EXAMPLE (91 days).", Judging.JudgeOne("1.4", Unreported(Evidence.Of(credentials))).Reason);
    }

    [Fact]
    public void The_threshold_can_be_set() =>
        Assert.Equal("Failed", Judging.JudgeOne("1.4", Reporting(WithKeys(Key(DaysAgo(31)))), parameters: new Hashtable { ["1.4"] = new Hashtable { ["MaxAccessKeyAge"] = 30 } }).Status);

    [Theory]
    [InlineData("af-south-1")]
    [InlineData("eu-south-1")]
    public void Where_Security_Hub_does_not_support_it_only_strict_mode_withholds_the_verdict(string region)
    {
        var evidence = Reporting(WithKeys(Key(DaysAgo(400)))) with { HomeRegion = region };

        var finding = Judging.JudgeOne("1.4", evidence);
        var strict = Judging.JudgeOne("1.4", evidence, strict: true);

        Assert.Equal(nameof(FindingStatus.Failed), finding.Status);
        Assert.Contains(finding.Notes, note => note == $"Security Hub does not support control 1.4 in {region}.");
        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.ControlNotSupportedInRegion), (strict.Status, strict.ReasonCode));
    }

    private static string Status(CredentialReportRow row) => Judging.JudgeOne("1.4", Reporting(row)).Status;
}
