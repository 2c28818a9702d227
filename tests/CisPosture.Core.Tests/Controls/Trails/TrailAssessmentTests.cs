using CisPosture.Accounts;
using CisPosture.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Trails.SampleTrails;

namespace CisPosture.Core.Tests.Controls.Trails;

public sealed class TrailAssessmentTests
{
    [Fact]
    public void A_multi_Region_trail_that_logs_all_management_events_qualifies()
    {
        var trail = Assess(Complete().Read());

        Assert.Equal(TrailStanding.Qualified, trail.Standing);
        Assert.Equal(ManagementEventCoverage.All, trail.ManagementEvents);
        Assert.True(trail.IsLogging);
        Assert.False(trail.IsForeign);
        Assert.Empty(trail.Shortcomings);
    }

    [Fact]
    public void A_trail_of_one_Region_that_is_stopped_and_records_reads_only_names_all_three_shortcomings()
    {
        var trail = Assess((Complete() with { IsMultiRegionTrail = false }).Read(isLogging: false, Classic(new EventSelector { ReadWriteType = "ReadOnly" })));

        Assert.Equal(TrailStanding.Disqualified, trail.Standing);
        Assert.Equal(["records one Region only", "is not logging", "does not record all management events"], trail.Shortcomings);
    }

    [Fact]
    public void The_owner_is_the_account_in_the_ARN()
    {
        var trail = Assess(OfOrganization().Read());

        Assert.Equal(ForeignAccountId, trail.OwnerAccountId);
        Assert.True(trail.IsForeign);
    }

    [Fact]
    public void An_organization_trail_of_the_own_account_is_not_foreign() =>
        Assert.False(Assess((Complete() with { IsOrganizationTrail = true }).Read()).IsForeign);

    [Fact]
    public void What_could_not_be_read_leaves_the_standing_open_and_names_the_gaps()
    {
        var trail = Assess(Complete().Unread());

        Assert.Equal(TrailStanding.Undecided, trail.Standing);
        Assert.Null(trail.IsLogging);
        Assert.Equal(ManagementEventCoverage.Unknown, trail.ManagementEvents);
        Assert.Equal(["cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"], trail.Gaps.Select(gap => gap.Operation));
    }

    [Fact]
    public void A_stopped_trail_is_disqualified_even_where_its_selectors_could_not_be_read()
    {
        var trail = Assess(Complete().Unread() with { Status = Evidence.Of(LoggingStatus(isLogging: false)) });

        Assert.Equal(TrailStanding.Disqualified, trail.Standing);
    }

    [Fact]
    public void Trust_qualifies_an_unreadable_organization_trail_of_another_account()
    {
        var trail = Assess(OfOrganization().Unread());

        Assert.Equal(TrailStanding.Undecided, trail.StandingFor(trustsOrganizationTrail: false));
        Assert.Equal(TrailStanding.Qualified, trail.StandingFor(trustsOrganizationTrail: true));
    }

    [Fact]
    public void Trust_does_not_outweigh_what_was_read_of_an_organization_trail()
    {
        var stopped = Assess(OfOrganization().Unread() with { Status = Evidence.Of(LoggingStatus(isLogging: false)) });
        var ofOneRegion = Assess((OfOrganization() with { IsMultiRegionTrail = false }).Unread());

        Assert.Equal(TrailStanding.Disqualified, stopped.StandingFor(trustsOrganizationTrail: true));
        Assert.Equal(TrailStanding.Disqualified, ofOneRegion.StandingFor(trustsOrganizationTrail: true));
    }

    [Fact]
    public void Trust_does_not_reach_a_trail_of_the_own_account() =>
        Assert.Equal(TrailStanding.Undecided, Assess(Complete().Unread()).StandingFor(trustsOrganizationTrail: true));

    [Fact]
    public void One_unreadable_trail_does_not_blank_the_others()
    {
        var account = Judging.Account().With(Complete("b-fine").Read(), Complete("a-locked").Unread());

        Assert.Equal(
            [TrailStanding.Undecided, TrailStanding.Qualified],
            TrailAssessment.AllOf(account).Select(trail => trail.Standing));
    }

    private static TrailAssessment Assess(TrailEvidence trail) => TrailAssessment.Of(Judging.Account(), trail);
}
