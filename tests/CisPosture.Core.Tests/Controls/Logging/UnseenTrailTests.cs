using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Trails.SampleTrails;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>What 2.2, 2.3, 2.4, 2.6 and 2.7 say where there is no trail, no sight of trails, or only somebody else's trail.</summary>
public sealed class UnseenTrailTests
{
    public static TheoryData<string> TrailControls => ["2.2", "2.3", "2.4", "2.6", "2.7"];

    public static TheoryData<string> TrailSettingControls => ["2.2", "2.4", "2.7"];

    [Theory]
    [MemberData(nameof(TrailControls))]
    public void Without_a_trail_the_control_is_not_available(string control)
    {
        var finding = Judging.JudgeOne(control, Judging.Account().With());

        Assert.Equal(("NotAvailable", ReasonCode.NoTrail, "The account has no trail."), (finding.Status, finding.ReasonCode, finding.Reason));
        Assert.Contains("Strict Security Hub mode: Passed CONFIG_EVALUATIONS_EMPTY.", finding.Notes);
        Assert.Equal("us-east-1", finding.Region);
    }

    [Theory]
    [MemberData(nameof(TrailControls))]
    public void Without_a_trail_strict_mode_passes_as_Security_Hub_does(string control)
    {
        var finding = Judging.JudgeOne(control, Judging.Account().With(), strict: true);

        Assert.Equal(("Passed", ReasonCode.EvaluationsEmpty), (finding.Status, finding.ReasonCode));
    }

    [Theory]
    [MemberData(nameof(TrailControls))]
    public void With_every_Region_denied_the_control_is_not_available(string control)
    {
        var finding = Judging.JudgeOne(control, Judging.Account().Blind());

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Equal("cloudtrail:DescribeTrails", finding.Evidence["MissingPermission"]);
    }

    [Theory]
    [MemberData(nameof(TrailControls))]
    public void With_some_Regions_denied_and_no_trail_in_the_others_nothing_is_proven(string control)
    {
        var finding = Judging.JudgeOne(control, Judging.Account().With().Blinkered());

        Assert.Equal(("Warning", ReasonCode.PartialVisibility), (finding.Status, finding.ReasonCode));
        Assert.Equal(["eu-west-1"], Assert.IsType<string[]>(finding.Evidence["UnreadRegions"]));
    }

    [Theory]
    [MemberData(nameof(TrailControls))]
    public void With_some_Regions_denied_what_was_seen_is_judged_and_the_rest_is_a_warning(string control)
    {
        var account = SampleBuckets.Closed(Judging.Account().With(Complete().Read()).Blinkered());

        var findings = Judging.Judge(control, account, each: false);

        Assert.Equal(["Passed", "Warning"], findings.Select(finding => finding.Status).Order());
        Assert.Equal(findings.Count, findings.Select(finding => finding.FindingId).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(TrailControls))]
    public void Without_any_Region_the_reason_is_that_the_Regions_could_not_be_listed(string control)
    {
        var account = Judging.Account() with { EnabledRegions = Evidence.Missing<IReadOnlyList<string>>(Judging.Denied("ec2:DescribeRegions")) };

        Assert.Equal("ec2:DescribeRegions", Judging.JudgeOne(control, account).Evidence["MissingPermission"]);
    }

    [Theory]
    [MemberData(nameof(TrailSettingControls))]
    public void A_trail_of_another_account_is_that_accounts_to_answer_for(string control)
    {
        var bare = OfOrganization() with { LogFileValidationEnabled = false, CloudWatchLogsLogGroupArn = null, KmsKeyId = null };

        var finding = Judging.JudgeOne(control, Judging.Account().With(bare.Unread()));

        Assert.Equal(("NotAvailable", ReasonCode.TrailOwnedByOtherAccount), (finding.Status, finding.ReasonCode));
        Assert.Equal(("AwsCloudTrailTrail", bare.Arn), (finding.ResourceType, finding.ResourceId));
        Assert.Equal(ForeignAccountId, finding.Evidence["OwnerAccountId"]);
    }

    [Theory]
    [MemberData(nameof(TrailSettingControls))]
    public void Each_trail_is_judged_once_and_in_its_home_Region_although_every_Region_lists_it(string control)
    {
        var account = Judging.Account().With(Complete("east").Read(), Complete("west", "eu-west-1").Read());

        var findings = Judging.Judge(control, account);

        Assert.Equal(
            [("eu-west-1", "arn:aws:cloudtrail:eu-west-1:111122223333:trail/west"), ("us-east-1", "arn:aws:cloudtrail:us-east-1:111122223333:trail/east")],
            findings.Select(finding => (finding.Region, finding.ResourceId)));
    }

    [Theory]
    [MemberData(nameof(TrailSettingControls))]
    public void A_trail_of_one_Region_counts_too(string control)
    {
        var bare = Complete() with { IsMultiRegionTrail = false, LogFileValidationEnabled = false, CloudWatchLogsLogGroupArn = null, KmsKeyId = null };

        Assert.Equal("Failed", Judging.JudgeOne(control, Judging.Account().With(bare.Read())).Status);
    }

    [Theory]
    [InlineData("2.3")]
    [InlineData("2.6")]
    public void A_trail_that_names_no_bucket_leaves_nothing_to_judge(string control)
    {
        var finding = Judging.JudgeOne(control, Judging.Account().With((Complete() with { S3BucketName = null }).Read()));

        Assert.Equal(("NotAvailable", ReasonCode.NotApplicable), (finding.Status, finding.ReasonCode));
    }
}
