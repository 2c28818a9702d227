using Amazon;
using CisPosture.Accounts;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Tests.Connection;

/// <summary>The Regions that are known without the AWS SDK, beside those that it knows.</summary>
public sealed class AwsRegionTests
{
    // An endpoint of some services in us-east-1 and no Region of its own.
    private const string NoRegion = "us-east-1-regional";

    [Fact]
    public void Regions_are_those_of_the_SDK()
    {
        var ofSdk = RegionEndpoint.EnumerableAllRegions.Where(region => region.SystemName != NoRegion).Select(region => (region.PartitionName, region.SystemName, region.DisplayName)).ToHashSet();
        var known = AwsRegion.All.Select(region => (region.Partition, region.Code, region.Name)).ToHashSet();

        Assert.True(ofSdk.Count > 40, $"The SDK tells of {ofSdk.Count} Regions.");
        Assert.True(known.SetEquals(ofSdk), $"Bring aws-regions.json to what the SDK has. Missing: {string.Join(", ", ofSdk.Except(known))}. Too many: {string.Join(", ", known.Except(ofSdk))}.");
    }

    [Fact]
    public void Partitions_are_those_that_a_connection_takes_Regions_for() =>
        Assert.All(AwsRegion.All, region => Assert.Equal(Partition.OfRegion(region.Code).Id, region.Partition));

    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("eu-west-1", "aws")]
    [InlineData("xx-nowhere-9", "aws")]
    [InlineData(null, "aws")]
    public void A_Region_tells_its_partition(string? region, string partition) => Assert.Equal(partition, AwsRegion.PartitionOf(region));
}
