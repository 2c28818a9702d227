using System.Collections;
using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Trails.SampleTrails;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.1.</summary>
public sealed class MultiRegionTrailControlTests
{
    private static readonly EventSelector ReadsOnly = new() { ReadWriteType = "ReadOnly" };
    private static readonly EventSelector WritesOnly = new() { ReadWriteType = "WriteOnly" };

    public static TheoryData<string, TrailEvidence[], string> Incomplete => new()
    {
        { "no trail", [], "The account has no trail." },
        { "stopped", [Complete().Read(isLogging: false)], "Trail everything is not logging." },
        { "one Region", [(Complete() with { IsMultiRegionTrail = false }).Read()], "Trail everything records one Region only." },
        { "reads only", [Complete().Read(selectors: Classic(ReadsOnly))], "Trail everything does not record all management events." },
        { "writes only", [Complete().Read(selectors: Classic(WritesOnly))], "Trail everything does not record all management events." },
        {
            "data events only",
            [Complete().Read(selectors: Classic(new EventSelector { IncludeManagementEvents = false }))],
            "Trail everything does not record all management events."
        },
        {
            "one trail for reads and another for writes",
            [Complete("reads").Read(selectors: Classic(ReadsOnly)), Complete("writes").Read(selectors: Classic(WritesOnly))],
            "None of 2 trails records everything; the closest, reads, does not record all management events."
        },
        {
            "a trail of one Region in every Region",
            [(Complete("east") with { IsMultiRegionTrail = false }).Read(), (Complete("west", "eu-west-1") with { IsMultiRegionTrail = false }).Read()],
            "None of 2 trails records everything; the closest, west, records one Region only."
        },
        {
            "the closest is named even behind a worse one",
            [(Complete("a") with { IsMultiRegionTrail = false }).Read(isLogging: false), Complete("b").Read(isLogging: false)],
            "None of 2 trails records everything; the closest, b, is not logging."
        },
    };

    public static TheoryData<string, TrailEventSelectors> CompleteSelectors => new()
    {
        { "classic", AllManagementEvents },
        { "advanced without readOnly, null in the classic field", Advanced(Management()) },
        { "two advanced, one for reads and one for writes", Advanced(Management(ReadOnlyIs("true")), Management(ReadOnlyIs("false"))) },
        { "neither kind", new TrailEventSelectors() },
    };

    [Theory]
    [MemberData(nameof(CompleteSelectors))]
    public void A_logging_multi_Region_trail_that_records_all_management_events_passes(string selectors, TrailEventSelectors value)
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().With(Complete().Read(selectors: value)));

        Assert.True(finding.Status == "Passed", $"{selectors}: {finding}");
        Assert.Equal("Trail everything records the management events of all Regions.", finding.Reason);
        Assert.Empty(finding.Notes);
    }

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Without_a_complete_trail_the_account_fails(string trails, TrailEvidence[] value, string reason)
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().With(value));

        Assert.True(finding.Status == "Failed", $"{trails}: {finding}");
        Assert.Equal(ReasonCode.MultiRegionTrailNotPresent, finding.ReasonCode);
        Assert.Equal(reason, finding.Reason);
        Assert.Equal("Repair-CisCloudTrail", finding.RepairCommand);
    }

    [Fact]
    public void The_finding_is_about_the_account_in_its_home_Region_wherever_the_trail_lives()
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().With(Complete(homeRegion: "eu-west-1").Read()));

        Assert.Equal(("AwsAccount", "AWS::::Account:111122223333", "us-east-1"), (finding.ResourceType, finding.ResourceId, finding.Region));
        Assert.Equal("eu-west-1", finding.Evidence["TrailHomeRegion"]);
    }

    [Fact]
    public void A_failed_finding_lists_what_each_trail_lacks()
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().With(
            (Complete("a") with { IsMultiRegionTrail = false }).Read(isLogging: false), Complete("b").Read(isLogging: false)));

        Assert.Equal(
            [
                "arn:aws:cloudtrail:us-east-1:111122223333:trail/a records one Region only and is not logging",
                "arn:aws:cloudtrail:us-east-1:111122223333:trail/b is not logging",
            ],
            Assert.IsType<string[]>(finding.Evidence["Trails"]));
    }

    [Fact]
    public void One_complete_trail_among_incomplete_ones_is_enough()
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().With(
            Complete("a-stopped").Read(isLogging: false), Complete("b-locked").Unread(), Complete("c-fine").Read()));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal("arn:aws:cloudtrail:us-east-1:111122223333:trail/c-fine", finding.Evidence["TrailArn"]);
    }

    [Fact]
    public void Left_out_busy_sources_pass_with_a_note()
    {
        var selectors = Classic(new EventSelector { ExcludeManagementEventSources = ["kms.amazonaws.com", "rdsdata.amazonaws.com"] });

        var finding = Judging.JudgeOne("2.1", Judging.Account().With(Complete().Read(selectors: selectors)));

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("kms.amazonaws.com and rdsdata.amazonaws.com", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trail_without_exclusions_is_preferred_to_one_with()
    {
        var narrower = Complete("a").Read(selectors: Classic(new EventSelector { ExcludeManagementEventSources = ["kms.amazonaws.com"] }));

        var finding = Judging.JudgeOne("2.1", Judging.Account().With(narrower, Complete("b").Read()));

        Assert.EndsWith("trail/b", Assert.IsType<string>(finding.Evidence["TrailArn"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccessDenied", "The last delivery to bucket aws-cloudtrail-logs-111122223333-0f3a failed: AccessDenied.")]
    [InlineData("NoSuchBucket", "The trail's bucket aws-cloudtrail-logs-111122223333-0f3a does not exist, so nothing is delivered.")]
    public void A_delivery_that_fails_is_noted_and_does_not_fail_the_control(string error, string note)
    {
        var trail = Complete().Read() with { Status = Evidence.Of(LoggingStatus() with { LatestDeliveryError = error }) };

        var finding = Judging.JudgeOne("2.1", Judging.Account().With(trail));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal([note], finding.Notes);
    }

    [Fact]
    public void An_organization_trail_that_a_member_cannot_read_is_a_warning_that_names_its_owner()
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().With(OfOrganization().Unread()));

        Assert.Equal(("Warning", ReasonCode.OrganizationTrailNotReadable), (finding.Status, finding.ReasonCode));
        Assert.Contains(ForeignAccountId, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_organization_trail_that_could_be_read_counts_like_any_other() =>
        Assert.Equal("Passed", Judging.JudgeOne("2.1", Judging.Account().With(OfOrganization().Read())).Status);

    [Fact]
    public void A_trusted_organization_trail_passes_and_says_why()
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().With(OfOrganization().Unread()), parameters: Trusting);

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("trusted", finding.Reason, StringComparison.Ordinal);
        Assert.Contains(finding.Notes, note => note.StartsWith("TrustOrganizationTrail is on", StringComparison.Ordinal));
    }

    [Fact]
    public void Trust_does_not_pass_an_organization_trail_that_is_known_to_be_stopped()
    {
        var stopped = OfOrganization().Unread() with { Status = Evidence.Of(LoggingStatus(isLogging: false)) };

        Assert.Equal("Failed", Judging.JudgeOne("2.1", Judging.Account().With(stopped), parameters: Trusting).Status);
    }

    [Fact]
    public void Trust_does_not_pass_an_organization_trail_of_one_Region()
    {
        var trail = (OfOrganization() with { IsMultiRegionTrail = false }).Unread();

        Assert.Equal("Failed", Judging.JudgeOne("2.1", Judging.Account().With(trail), parameters: Trusting).Status);
    }

    [Fact]
    public void The_own_trail_whose_status_was_denied_is_not_available_and_names_the_missing_action()
    {
        var trail = Complete().Read() with { Status = Evidence.Missing<TrailStatus>(Judging.Denied("cloudtrail:GetTrailStatus", "us-east-1")) };

        var finding = Judging.JudgeOne("2.1", Judging.Account().With(OfOrganization(homeRegion: "ap-south-1").Unread(), trail));

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Equal("cloudtrail:GetTrailStatus", finding.Evidence["MissingPermission"]);
        Assert.Equal(trail.Trail.Arn, finding.Evidence["TrailArn"]);
    }

    [Fact]
    public void With_every_Region_denied_nothing_is_known()
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().Blind());

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Equal(["eu-west-1", "us-east-1"], Assert.IsType<string[]>(finding.Evidence["UnreadRegions"]));
    }

    [Fact]
    public void With_some_Regions_denied_a_failure_becomes_a_warning()
    {
        var finding = Judging.JudgeOne("2.1", Judging.Account().With(Complete().Read(isLogging: false)).Blinkered());

        Assert.Equal(("Warning", ReasonCode.PartialVisibility), (finding.Status, finding.ReasonCode));
        Assert.Equal(["eu-west-1"], Assert.IsType<string[]>(finding.Evidence["UnreadRegions"]));
        Assert.Equal("cloudtrail:DescribeTrails", finding.Evidence["MissingPermission"]);
    }

    [Fact]
    public void With_some_Regions_denied_a_complete_trail_still_passes() =>
        Assert.Equal("Passed", Judging.JudgeOne("2.1", Judging.Account().With(Complete().Read()).Blinkered()).Status);

    private static Hashtable Trusting => new() { ["TrustOrganizationTrail"] = true };
}
