using CisPosture.Core.Tests.Controls;
using CisPosture.Findings;

namespace CisPosture.Core.Tests.Findings;

public sealed class ScanCoverageTests
{
    private const string Trail = "AwsCloudTrailTrail";
    private const string Bucket = "AwsS3Bucket";

    [Theory]
    [InlineData("4.1", "eu-west-1", true)]
    [InlineData("4.1", "us-east-1", false)]
    [InlineData("4.2", "eu-west-1", false)]
    public void A_control_of_Region_scope_covers_the_Regions_that_it_answered_for(string control, string region, bool isCovered) =>
        Assert.Equal(isCovered, Coverage(SampleFindings.Of("4.1", "Passed", region: "eu-west-1")).Covers(SampleFindings.Of(control, region: region, resourceType: "AwsEc2SecurityGroup")));

    [Fact]
    public void Another_account_is_not_covered() =>
        Assert.False(Coverage(SampleFindings.Of("1.2", "Passed")).Covers(SampleFindings.Of("1.2", accountId: "999999999999")));

    [Fact]
    public void A_control_of_account_scope_covers_users_and_policies_wherever_it_says_so() =>
        Assert.True(Coverage(SampleFindings.Of("1.2", "Passed")).Covers(SampleFindings.Of("1.2", resourceId: "arn:aws:iam::111122223333:user/alice", resourceType: "AwsIamUser")));

    [Theory]
    [InlineData("2.7", Trail, "eu-west-1", "us-east-1,eu-west-1", "us-east-1,eu-west-1", true)]
    [InlineData("2.7", Trail, "eu-west-1", "us-east-1,eu-west-1", "us-east-1", false)]
    [InlineData("2.7", Trail, "us-east-1", "us-east-1,eu-west-1", "us-east-1", true)]
    [InlineData("2.7", Trail, "us-east-1", "us-east-1", "us-east-1,eu-west-1", true)]
    [InlineData("2.3", Bucket, "us-east-1", "us-east-1,eu-west-1", "us-east-1", false)]
    [InlineData("2.3", Bucket, "ap-south-1", "us-east-1", "us-east-1,eu-west-1", true)]
    public void A_trail_or_bucket_is_covered_where_the_Regions_were_read_that_showed_it(string control, string type, string region, string readThen, string readNow, bool isCovered)
    {
        var earlier = SampleFindings.Of(control, resourceId: "arn:x", region: region, resourceType: type) with { Evidence = Regions(readThen) };
        var now = SampleFindings.Of(control, "NotAvailable") with { ReasonCode = ReasonCode.NoTrail, Evidence = Regions(readNow) };
        Assert.Equal(isCovered, Coverage(now).Covers(earlier));
    }

    [Theory]
    [InlineData("NotAvailable", ReasonCode.AccessDenied)]
    [InlineData("NotAvailable", ReasonCode.Throttled)]
    [InlineData("NotAvailable", ReasonCode.ControlNotSupportedInRegion)]
    [InlineData("Warning", ReasonCode.PartialVisibility)]
    public void A_scope_that_was_not_wholly_read_is_not_covered(string status, string reasonCode)
    {
        Assert.False(Coverage(SampleFindings.Of("4.1", status) with { ReasonCode = reasonCode }).Covers(SampleFindings.Of("4.1", resourceType: "AwsEc2SecurityGroup")));
        Assert.False(Coverage(SampleFindings.Of("2.7", status) with { ReasonCode = reasonCode, Evidence = Regions("us-east-1") })
            .Covers(SampleFindings.Of("2.7", resourceType: Trail) with { Evidence = Regions("us-east-1") }));
    }

    [Fact]
    public void One_resource_that_could_not_be_read_hides_no_other() =>
        Assert.True(Coverage(SampleFindings.Of("2.8", "NotAvailable", "arn:key", resourceType: "AwsKmsKey") with { ReasonCode = ReasonCode.AccessDenied })
            .Covers(SampleFindings.Of("2.8", resourceId: "arn:other", resourceType: "AwsKmsKey")));

    [Theory]
    [InlineData("2.2")]
    [InlineData("2.3")]
    [InlineData("2.4")]
    [InlineData("2.6")]
    [InlineData("2.7")]
    public void Findings_on_trails_and_their_buckets_name_the_Regions_that_were_read(string control)
    {
        var findings = Judging.Judge(control, Judging.Account() with { Regions = [Judging.Region("eu-west-1"), Judging.Region("us-east-1")] });
        Assert.All(findings, finding => Assert.Equal(["eu-west-1", "us-east-1"], ControlCoverage.RegionsReadFor(finding)));
        Assert.NotEmpty(findings);
    }

    private static Dictionary<string, object?> Regions(string names) => new(StringComparer.Ordinal) { ["RegionsRead"] = names.Split(',') };

    private static ScanCoverage Coverage(params CisFinding[] findings)
    {
        var coverage = new ScanCoverage();
        foreach (var finding in findings)
        {
            coverage.Add(finding);
        }

        return coverage;
    }
}
