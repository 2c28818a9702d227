using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class RegionCollectorTests : IDisposable
{
    private const string ThreeRegions =
        "<regionInfo><item><regionName>us-east-1</regionName></item><item><regionName>eu-west-1</regionName></item><item><regionName>ap-east-1</regionName></item></regionInfo>";

    private readonly ScriptedAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Every_enabled_Region_is_read_in_the_order_of_its_name()
    {
        _account.Aws.On("ec2:DescribeRegions", Answers.Ec2("DescribeRegions", ThreeRegions));
        _account.Aws.On("ec2:DescribeVpcs", Answers.Ec2("DescribeVpcs", "<vpcSet/>"));

        var evidence = await _account.CollectAsync([], EvidenceKind.Vpcs);

        Assert.Equal(["ap-east-1", "eu-west-1", "us-east-1"], evidence.Regions.Select(region => region.Region));
        Assert.Equal(["ap-east-1", "eu-west-1", "us-east-1"], evidence.EnabledRegions.Value!);
        Assert.All(evidence.Regions, region => Assert.True(region.Vpcs.IsKnown));
        Assert.Equal(1, _account.Aws.CountOf("ec2:DescribeRegions"));
        Assert.Equal("false", _account.Aws.CallsOf("ec2:DescribeRegions").Single().Fields["AllRegions"]);
    }

    [Fact]
    public async Task Regions_that_were_named_are_read_without_asking_which_there_are()
    {
        _account.Aws.On("ec2:DescribeVpcs", Answers.Ec2("DescribeVpcs", "<vpcSet/>"));

        var evidence = await _account.CollectAsync(["eu-west-1"], EvidenceKind.Vpcs, EvidenceKind.EnabledRegions);

        Assert.Equal("eu-west-1", _account.Aws.OnlyCall.Region);
        Assert.Equal(ReasonCode.NotCollected, evidence.EnabledRegions.Gap!.ReasonCode);
        Assert.Equal("eu-west-1", Assert.Single(evidence.Regions).Region);
    }

    [Fact]
    public async Task Excluded_Regions_are_left_out()
    {
        _account.Aws.On("ec2:DescribeRegions", Answers.Ec2("DescribeRegions", ThreeRegions));
        _account.Aws.On("ec2:DescribeVpcs", Answers.Ec2("DescribeVpcs", "<vpcSet/>"));

        var evidence = await _account.Session
            .Collect(new CollectionRequest { Kinds = [EvidenceKind.Vpcs], ExcludedRegions = ["us-east-1", "ap-east-1"] }, TestContext.Current.CancellationToken)
            .WhenCompleteAsync();

        Assert.Equal("eu-west-1", Assert.Single(evidence.Regions).Region);
        Assert.Equal(3, evidence.EnabledRegions.Value!.Count);
    }

    [Fact]
    public async Task Where_the_Regions_are_denied_there_is_one_gap_and_no_Region()
    {
        _account.Aws.On("ec2:DescribeRegions", Answers.Ec2Refusal("UnauthorizedOperation"));

        var evidence = await _account.CollectAsync([], EvidenceKind.Vpcs, EvidenceKind.TrailStatus);

        Assert.Equal(("ACCESS_DENIED", "ec2:DescribeRegions"), (evidence.EnabledRegions.Gap!.ReasonCode, evidence.EnabledRegions.Gap.Permission));
        Assert.Empty(evidence.Regions);
        Assert.Single(_account.Gaps);
    }

    [Fact]
    public async Task Account_evidence_needs_no_Regions()
    {
        _account.Aws.On("iam:GetAccountPasswordPolicy", Answers.Refusal("NoSuchEntity", 404));

        var evidence = await _account.CollectAsync([], EvidenceKind.PasswordPolicy);

        Assert.Empty(evidence.Regions);
        Assert.Single(_account.Aws.Calls);
    }

    [Fact]
    public async Task A_Region_that_is_off_is_a_gap_and_stops_no_other()
    {
        _account.Aws.On("ec2:DescribeVpcs", call => ScriptedAws.Answer(
            call.Region == "me-south-1" ? Answers.Ec2Refusal("AuthFailure", 401) : (200, Answers.Ec2("DescribeVpcs", "<vpcSet/>"))));

        var evidence = await _account.CollectAsync(["eu-west-1", "me-south-1"], EvidenceKind.Vpcs);

        Assert.True(evidence.Regions[0].Vpcs.IsKnown);
        Assert.Equal(("REGION_NOT_ENABLED", "me-south-1", "AuthFailure"), (evidence.Regions[1].Vpcs.Gap!.ReasonCode, evidence.Regions[1].Vpcs.Gap!.Region, evidence.Regions[1].Vpcs.Gap!.ErrorCode));
        Assert.Single(_account.Gaps);
    }

    [Theory]
    [InlineData("everywhere")]
    [InlineData("EU-WEST-1")]
    public void A_Region_that_is_none_is_an_error(string region)
    {
        var error = Assert.Throws<PostureException>(
            () => _account.Session.Collect(new CollectionRequest { Kinds = [EvidenceKind.Vpcs], Regions = [region] }, TestContext.Current.CancellationToken));

        Assert.Equal((ErrorId.RegionInvalid, region), (error.ErrorId, error.Target));
    }
}
