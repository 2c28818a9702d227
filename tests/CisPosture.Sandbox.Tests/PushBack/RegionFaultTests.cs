using System.Net;

namespace CisPosture.Sandbox.Tests.PushBack;

public sealed class RegionFaultTests
{
    private const string Off = "ap-southeast-2";

    [Fact]
    public async Task A_Region_that_is_off_does_not_know_the_account_s_keys()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { Account = "exemplary", RegionsOff = [Off] });
        using var client = new WireClient(sandbox) { Region = Off };

        var ec2 = await client.Ec2Async("DescribeVpcs");
        var sns = await client.SnsAsync("ListTopics");
        var kms = await client.JsonAsync("kms", "TrentService.ListKeys", "{}");
        var s3 = await client.S3Async("/exemplary-trail-logs?location");

        Assert.Equal((HttpStatusCode.Unauthorized, "AuthFailure"), (ec2.Status, ec2.Code));
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), (sns.Status, sns.Code));
        Assert.Equal((HttpStatusCode.BadRequest, "UnrecognizedClientException"), (kms.Status, kms.Json["__type"]!.ToString()));
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidAccessKeyId"), (s3.Status, s3.Code));
    }

    [Fact]
    public async Task A_Region_that_is_off_is_not_among_the_account_s_Regions_and_an_optional_one_can_be_opted_into()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { Account = "exemplary", RegionsOff = [Off, "me-south-1"] });
        using var client = new WireClient(sandbox);

        var enabled = await client.Ec2Async("DescribeRegions");
        var all = await client.Ec2Async("DescribeRegions", ("AllRegions", "true"), ("RegionName.1", "me-south-1"));

        Assert.Equal(["eu-west-1", "us-east-1"], enabled.Values("regionName"));
        Assert.Equal("not-opted-in", all.Value("optInStatus"));
    }

    [Fact]
    public async Task A_Region_under_a_service_control_policy_denies_everything_in_AWS_s_words_and_is_enabled()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { Account = "exemplary", RegionsDenied = ["ap-east-1"] });
        using var home = new WireClient(sandbox);
        using var client = new WireClient(sandbox) { Region = "ap-east-1" };

        var ec2 = await client.Ec2Async("DescribeVpcs");
        var trails = await client.JsonAsync("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails", "{}");

        Assert.Equal((HttpStatusCode.Forbidden, "UnauthorizedOperation"), (ec2.Status, ec2.Code));
        Assert.Equal(
            "You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/auditor is not authorized to perform: ec2:DescribeVpcs with an explicit deny in a service control policy",
            ec2.Message);
        Assert.Equal("AccessDeniedException", trails.Json["__type"]!.ToString());
        Assert.EndsWith("cloudtrail:DescribeTrails with an explicit deny in a service control policy", trails.Json["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("opted-in", (await home.Ec2Async("DescribeRegions", ("RegionName.1", "ap-east-1"))).Value("optInStatus"));
        Assert.Equal(HttpStatusCode.OK, (await client.StsAsync("GetCallerIdentity")).Status);
    }

    [Fact]
    public async Task A_service_control_policy_on_the_home_Region_leaves_IAM_alone()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { RegionsDenied = ["us-east-1"] });
        using var client = new WireClient(sandbox);

        Assert.Equal(HttpStatusCode.OK, (await client.IamAsync("ListUsers")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Ec2Async("DescribeVpcs")).Status);
    }

    [Fact]
    public async Task A_Region_that_cannot_be_reached_gives_no_answer_and_is_enabled()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { Account = "exemplary", RegionsUnreachable = ["sa-east-1"] });
        using var home = new WireClient(sandbox);
        using var client = new WireClient(sandbox) { Region = "sa-east-1" };

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Ec2Async("DescribeVpcs"));

        Assert.Equal("sa-east-1", (await home.Ec2Async("DescribeRegions", ("RegionName.1", "sa-east-1"))).Value("regionName"));
        Assert.Equal((2, 1), (sandbox.Requests.Total, sandbox.Requests.Cut));
        Assert.Empty(sandbox.Faults);
    }

    [Fact]
    public async Task A_steady_share_of_connections_is_cut_before_the_request_and_in_the_answer_in_turn()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { CutShare = 0.25 });
        using var client = new WireClient(sandbox);

        var passed = new List<bool>();
        for (var sent = 0; sent < 16; sent++) passed.Add(await PassesAsync(client));

        Assert.Equal([true, true, true, false], passed.Take(4));
        Assert.Equal(4, passed.Count(isPassed => !isPassed));
        Assert.Equal(4, sandbox.Requests.Cut);
        Assert.Empty(sandbox.Faults);
    }

    [Fact]
    public async Task A_cut_answer_begins_as_the_whole_one_would()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { CutShare = 0.5 });
        using var client = new WireClient(sandbox);
        await client.IamAsync("ListUsers");
        await Assert.ThrowsAsync<HttpRequestException>(() => client.IamAsync("ListUsers"));
        await client.IamAsync("ListUsers");

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.IamAsync("ListUsers"));

        // It got as far as the body, where a request that was lost says that its response ended before it began.
        Assert.StartsWith("Error while copying content", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bahrain", "", "'Bahrain'")]
    [InlineData("me-south-1", "me-south-1", "me-south-1 is named twice")]
    [InlineData("us-east-1", "", "us-east-1 is where")]
    public async Task Regions_that_make_no_sense_are_refused(string off, string denied, string expected)
    {
        var options = new SandboxOptions { RegionsOff = [off], RegionsDenied = denied.Length > 0 ? [denied] : [] };

        Assert.Contains(expected, (await Assert.ThrowsAsync<SandboxOptionException>(() => StartAsync(options))).Message, StringComparison.Ordinal);
    }

    private static Task<SandboxServer> StartAsync(SandboxOptions options) => SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);

    private static async Task<bool> PassesAsync(WireClient client)
    {
        try
        {
            return (await client.IamAsync("ListUsers")).Status == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
