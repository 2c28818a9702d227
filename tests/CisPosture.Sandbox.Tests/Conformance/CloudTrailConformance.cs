using System.Net;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class CloudTrailConformance(LoggingServer server)
{
    private const string Home = "us-east-1";
    private const string Ireland = "eu-west-1";
    private const string Everywhere = "arn:aws:cloudtrail:us-east-1:111122223333:trail/everywhere";
    private const string Organization = "arn:aws:cloudtrail:us-east-1:999988887777:trail/organization";

    [Fact]
    public async Task DescribeTrails_tells_every_trail_of_the_Region()
    {
        var trails = (await Ask(Home, "describe-trails"))["trailList"]!.AsArray();

        Assert.Equal(
            server.Sandbox.Account.Regions[Home].Trails.Select(trail => (trail.Name, trail.S3BucketName, trail.S3KeyPrefix, trail.IsMultiRegionTrail, trail.LogFileValidationEnabled, trail.IncludeGlobalServiceEvents, trail.KmsKeyId, trail.CloudWatchLogsLogGroupArn, trail.CloudWatchLogsRoleArn, trail.IsOrganizationTrail)),
            trails.Select(trail => (trail!.Text("Name")!, trail!.Text("S3BucketName")!, trail!.Text("S3KeyPrefix"), Flag(trail!, "IsMultiRegionTrail"), Flag(trail!, "LogFileValidationEnabled"), Flag(trail!, "IncludeGlobalServiceEvents"), trail!.Text("KmsKeyId"), trail!.Text("CloudWatchLogsLogGroupArn"), trail!.Text("CloudWatchLogsRoleArn"), Flag(trail!, "IsOrganizationTrail"))));
        Assert.Equal([Everywhere, "arn:aws:cloudtrail:us-east-1:111122223333:trail/local", Organization], trails.Each("TrailARN"));
        Assert.Equal([true, true, false], trails.Select(trail => Flag(trail!, "HasCustomEventSelectors")));
    }

    [Fact]
    public async Task Shadows_of_trails_of_all_Regions_are_told_elsewhere_unless_left_out()
    {
        var all = await Wire(Ireland, "DescribeTrails", "{}");
        var own = await Wire(Ireland, "DescribeTrails", """{"includeShadowTrails":false}""");
        var byArn = await Wire(Ireland, "DescribeTrails", $$"""{"includeShadowTrails":false,"trailNameList":["{{Everywhere}}"]}""");

        Assert.Equal(["local", "everywhere", "organization"], all.Json["trailList"].Each("Name"));
        Assert.Equal([Ireland, Home, Home], all.Json["trailList"].Each("HomeRegion"));
        Assert.Equal([Ireland], own.Json["trailList"].Each("HomeRegion"));
        Assert.Equal([Everywhere], byArn.Json["trailList"].Each("TrailARN"));
    }

    [Fact]
    public async Task ListTrails_tells_every_trail_page_by_page()
    {
        var trails = (await Ask(Ireland, "list-trails"))["Trails"];

        Assert.Equal(["everywhere", "local", "organization"], trails.Each("Name").Order(StringComparer.Ordinal));
        Assert.Contains("NextToken", (await Wire(Ireland, "ListTrails", "{}")).Json.Select(member => member.Key));
    }

    [Fact]
    public async Task GetTrailStatus_tells_whether_a_trail_works_at_home_and_for_its_shadow()
    {
        var expected = server.Sandbox.Account.Regions[Home].Trails[0];
        var shadow = await Ask(Ireland, "get-trail-status", "--name", Everywhere);
        var stopped = await Wire(Home, "GetTrailStatus", """{"Name":"local"}""");
        var foreign = await Wire(Ireland, "GetTrailStatus", $$"""{"Name":"{{Organization}}"}""");

        Assert.True(Flag(shadow, "IsLogging"));
        Assert.Equal("AccessDenied", shadow.Text("LatestDeliveryError"));
        Assert.True((expected.LatestDeliveryTime!.Value - shadow["LatestDeliveryTime"].Time()!.Value).Duration() < TimeSpan.FromSeconds(1));
        Assert.True((expected.LatestCloudWatchLogsDeliveryTime!.Value - shadow["LatestCloudWatchLogsDeliveryTime"].Time()!.Value).Duration() < TimeSpan.FromSeconds(1));
        Assert.False(Flag(stopped.Json, "IsLogging"));
        Assert.True(Flag(foreign.Json, "IsLogging"));
    }

    [Fact]
    public async Task GetEventSelectors_tells_advanced_and_classic_selectors()
    {
        var advanced = await Ask(Home, "get-event-selectors", "--trail-name", "everywhere");
        var classic = await Wire(Home, "GetEventSelectors", """{"TrailName":"local"}""");

        Assert.Equal("""[{"Name":"management","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]}]}]""", advanced["AdvancedEventSelectors"]!.ToJsonString());
        Assert.Null(advanced["EventSelectors"]);
        Assert.Equal("""[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true,"DataResources":[],"ExcludeManagementEventSources":["kms.amazonaws.com"]}]""", classic.Json["EventSelectors"]!.ToJsonString());
    }

    [Theory]
    [InlineData(Home, "GetTrailStatus", """{"Name":"nobody"}""", "TrailNotFoundException")]
    [InlineData(Ireland, "GetTrailStatus", """{"Name":"everywhere"}""", "TrailNotFoundException")]
    [InlineData(Ireland, "GetTrailStatus", """{"Name":"arn:aws:cloudtrail:us-east-1:111122223333:trail/local"}""", "TrailNotFoundException")]
    [InlineData(Home, "GetEventSelectors", """{"TrailName":"arn:aws:cloudtrail:us-east-1:999988887777:trail/organization"}""", "TrailNotFoundException")]
    [InlineData(Home, "GetTrailStatus", """{"Name":"arn:aws:s3:::logged"}""", "CloudTrailARNInvalidException")]
    [InlineData(Home, "DescribeTrails", """{"trailNameList":["arn:aws:s3:::logged"]}""", "CloudTrailARNInvalidException")]
    [InlineData(Home, "ListTrails", """{"NextToken":"made up"}""", "InvalidTokenException")]
    public async Task Errors_are_CloudTrail_s_own(string region, string operation, string input, string code)
    {
        var answer = await Wire(region, operation, input);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Json["__type"]!.ToString()));
    }

    private static bool Flag(JsonNode node, string member) => node[member]!.GetValue<bool>();

    private async Task<WireAnswer> Wire(string region, string operation, string input)
    {
        using var client = new WireClient(server.Sandbox) { Region = region };
        return await client.JsonAsync("cloudtrail", $"com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.{operation}", input);
    }

    private Task<JsonNode> Ask(string region, params string[] arguments) => server.Aws.AskAsync(region, ["cloudtrail", .. arguments]);
}
