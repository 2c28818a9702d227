using CisPosture.Accounts;
using CisPosture.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Trails.SampleTrails;

namespace CisPosture.Core.Tests.Controls.Trails;

public sealed class TrailVisibilityTests
{
    [Fact]
    public void Listings_of_all_Regions_are_full_sight()
    {
        var visibility = TrailVisibility.Of(Judging.Account().With(Complete().Read()));

        Assert.False(visibility.IsBlind);
        Assert.False(visibility.IsPartial);
        Assert.Null(visibility.Gap);
    }

    [Fact]
    public void A_denied_Region_among_others_is_partial_sight_and_named()
    {
        var visibility = TrailVisibility.Of(Judging.Account().With().Blinkered());

        Assert.True(visibility.IsPartial);
        Assert.False(visibility.IsBlind);
        Assert.Equal(["eu-west-1"], visibility.UnreadRegions);
        Assert.Equal("cloudtrail:DescribeTrails", visibility.Gap?.Operation);
    }

    [Fact]
    public void Denial_in_every_Region_is_blindness()
    {
        var visibility = TrailVisibility.Of(Judging.Account().Blind());

        Assert.True(visibility.IsBlind);
        Assert.False(visibility.IsPartial);
        Assert.Equal(ReasonCode.AccessDenied, visibility.Gap?.ReasonCode);
    }

    [Fact]
    public void Without_any_Region_the_reason_is_that_the_Regions_could_not_be_listed()
    {
        var account = Judging.Account() with { EnabledRegions = Evidence.Missing<IReadOnlyList<string>>(Judging.Denied("ec2:DescribeRegions")) };

        var visibility = TrailVisibility.Of(account);

        Assert.True(visibility.IsBlind);
        Assert.Equal("ec2:DescribeRegions", visibility.Gap?.Operation);
    }

    [Fact]
    public void Trails_that_nobody_asked_for_are_blindness_too() =>
        Assert.Equal(ReasonCode.NotCollected, TrailVisibility.Of(Judging.Account() with { Regions = [Judging.Region()] }).Gap?.ReasonCode);
}
