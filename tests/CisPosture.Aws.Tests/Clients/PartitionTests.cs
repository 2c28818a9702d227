using Amazon.Runtime;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients;

/// <summary>Where every client would send to and sign for in every partition. The guard stops each request and tells.</summary>
public sealed class PartitionTests
{
    /// <summary>Partitions with their hosts' end, a Region, the Region of their IAM, and its host.</summary>
    private static readonly (string Id, string Suffix, string Region, string Home, string IamHost)[] Partitions =
    [
        ("aws", "amazonaws.com", "eu-west-1", "us-east-1", "iam.amazonaws.com"),
        ("aws-cn", "amazonaws.com.cn", "cn-northwest-1", "cn-north-1", "iam.cn-north-1.amazonaws.com.cn"),
        ("aws-us-gov", "amazonaws.com", "us-gov-east-1", "us-gov-west-1", "iam.us-gov.amazonaws.com"),
        ("aws-iso", "c2s.ic.gov", "us-iso-west-1", "us-iso-east-1", "iam.us-iso-east-1.c2s.ic.gov"),
        ("aws-iso-b", "sc2s.sgov.gov", "us-isob-west-1", "us-isob-east-1", "iam.us-isob-east-1.sc2s.sgov.gov"),
        ("aws-iso-e", "cloud.adc-e.uk", "eu-isoe-west-1", "eu-isoe-west-1", "iam.eu-isoe-west-1.cloud.adc-e.uk"),
        ("aws-iso-f", "csp.hci.ic.gov", "us-isof-east-1", "us-isof-south-1", "iam.us-isof-south-1.csp.hci.ic.gov"),
        ("aws-eusc", "amazonaws.eu", "eusc-de-east-1", "eusc-de-east-1", "iam.eusc-de-east-1.amazonaws.eu"),
    ];

    /// <summary>What stands before the Region in the host of each call's service; IAM's host is the partition's.</summary>
    private static readonly Dictionary<string, string> HostPrefixes = new(StringComparer.Ordinal)
    {
        ["sts:GetCallerIdentity"] = "sts",
        ["sts:AssumeRole"] = "sts",
        ["organizations:ListAccounts"] = "organizations",
        ["sts:AssumeRoleWithWebIdentity"] = "sts",
        ["ec2:DescribeVpcs"] = "ec2",
        ["kms:ListKeys"] = "kms",
        ["s3:GetBucketLocation"] = "logs.s3",
        ["s3:GetAccountPublicAccessBlock"] = $"{OneCall.AccountId}.s3-control",
        ["cloudtrail:DescribeTrails"] = "cloudtrail",
        ["logs:DescribeMetricFilters"] = "logs",
        ["monitoring:DescribeAlarms"] = "monitoring",
        ["config:DescribeDeliveryChannels"] = "config",
        ["securityhub:GetFindings"] = "securityhub",
        ["sns:ListSubscriptionsByTopic"] = "sns",
        ["sso:GetRoleCredentials"] = "portal.sso",
        ["sso-oauth:CreateToken"] = "oidc",
    };

    public static TheoryData<string, string> RegionalCalls => new(from partition in Partitions from call in HostPrefixes.Keys select (partition.Id, call));

    public static TheoryData<string> PartitionIds => new(Partitions.Select(partition => partition.Id));

    [Fact]
    public void Every_call_is_tried() => Assert.Equal(HostPrefixes.Keys.Append("iam:ListUsers").Order(StringComparer.Ordinal), OneCall.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RegionalCalls))]
    public async Task A_service_is_asked_at_the_Region_s_host_in_its_partition_and_signed_for_the_Region(string partition, string call)
    {
        var (_, suffix, region, _, _) = Partitions.Single(row => row.Id == partition);

        var sent = await SendAsync(call, region);

        Assert.Equal($"https://{HostPrefixes[call]}.{region}.{suffix}", sent.Address!.GetLeftPart(UriPartial.Authority));
        AssertScope(call, region, sent);
    }

    [Theory]
    [MemberData(nameof(PartitionIds))]
    public async Task IAM_is_asked_at_the_partition_s_host_and_signed_for_its_home_Region(string id)
    {
        var (_, _, region, home, host) = Partitions.Single(row => row.Id == id);

        var sent = await SendAsync("iam:ListUsers", Partition.OfRegion(region).HomeRegion);

        Assert.Equal($"https://{host}", sent.Address!.GetLeftPart(UriPartial.Authority));
        AssertScope("iam:ListUsers", home, sent);
    }

    [Theory]
    [MemberData(nameof(PartitionIds))]
    public void A_Region_s_name_tells_its_partition_and_an_ARN_tells_it_too(string id)
    {
        var (_, suffix, region, home, host) = Partitions.Single(row => row.Id == id);

        Assert.All([region, home], name => Assert.Equal((id, suffix, home, host), Facts(Partition.OfRegion(name))));
        Assert.Equal(Partition.OfRegion(region), Partition.OfId(id));
    }

    [Theory]
    [InlineData("ap-southeast-7")]
    [InlineData("mx-central-1")]
    [InlineData("xx-new-9")]
    public void A_Region_that_is_new_is_taken_for_one_of_the_commercial_partition(string region) => Assert.Equal("aws", Partition.OfRegion(region).Id);

    [Fact]
    public void A_partition_that_the_table_does_not_hold_is_told_apart() => Assert.Null(Partition.OfId("aws-moon"));

    private static (string Id, string Suffix, string Home, string IamHost) Facts(Partition partition) => (partition.Id, partition.DnsSuffix, partition.HomeRegion, partition.IamHost);

    private static void AssertScope(string call, string region, NotLoopbackException sent)
    {
        if (OneCall.Unsigned.ContainsKey(call))
        {
            Assert.Null(sent.Authorization);
            return;
        }

        Assert.Contains($"/{region}/{call.Split(':')[0]}/aws4_request", sent.Authorization, StringComparison.Ordinal);
    }

    private static async Task<NotLoopbackException> SendAsync(string call, string region)
    {
        using var http = new TestHttpClientFactory(new ScriptedAws());
        using var clients = new AwsClients(new BasicAWSCredentials(TestClients.AccessKey, TestClients.SecretKey), new Endpoints(Custom: null), http);

        return await Assert.ThrowsAsync<NotLoopbackException>(() => OneCall.All[call](clients, region));
    }
}
