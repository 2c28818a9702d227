using Amazon;
using Amazon.CloudTrail;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.ConfigService;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.S3Control.Model;
using Amazon.SecurityToken.Model;
using Amazon.SimpleNotificationService;
using CisPosture.Aws.Clients.Protocol;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients;

public sealed class EndpointTests
{
    public static TheoryData<string, string> IamHosts => new()
    {
        { "us-east-1", "https://iam.amazonaws.com" },
        { "cn-north-1", "https://iam.cn-north-1.amazonaws.com.cn" },
        { "us-gov-west-1", "https://iam.us-gov.amazonaws.com" },
    };

    [Theory]
    [MemberData(nameof(IamHosts))]
    public void IAM_has_one_host_a_partition(string region, string url) => Assert.Equal(url, UrlOf(new AmazonIdentityManagementServiceConfig(), region));

    [Fact]
    public void Other_services_have_a_host_a_Region()
    {
        Assert.Equal("https://cloudtrail.eu-west-1.amazonaws.com", UrlOf(new AmazonCloudTrailConfig(), "eu-west-1"));
        Assert.Equal("https://logs.cn-north-1.amazonaws.com.cn", UrlOf(new AmazonCloudWatchLogsConfig(), "cn-north-1"));
        Assert.Equal("https://monitoring.us-gov-east-1.amazonaws.com", UrlOf(new AmazonCloudWatchConfig(), "us-gov-east-1"));
        Assert.Equal("https://config.us-iso-east-1.c2s.ic.gov", UrlOf(new AmazonConfigServiceConfig(), "us-iso-east-1"));
        Assert.Equal("https://organizations.us-east-1.amazonaws.com", UrlOf(new AmazonOrganizationsConfig(), "us-east-1"));
        Assert.Equal("https://organizations.cn-northwest-1.amazonaws.com.cn", UrlOf(new AmazonOrganizationsConfig(), "cn-northwest-1"));
        Assert.Equal("https://sns.us-isob-east-1.sc2s.sgov.gov", UrlOf(new AmazonSimpleNotificationServiceConfig(), "us-isob-east-1"));
    }

    [Theory]
    [InlineData("us-east-1", "aws", "us-east-1")]
    [InlineData("ap-southeast-7", "aws", "us-east-1")]
    [InlineData("cn-northwest-1", "aws-cn", "cn-north-1")]
    [InlineData("us-gov-east-1", "aws-us-gov", "us-gov-west-1")]
    [InlineData("us-isof-east-1", "aws-iso-f", "us-isof-south-1")]
    [InlineData("eusc-de-east-1", "aws-eusc", "eusc-de-east-1")]
    public void A_Region_s_name_tells_its_partition(string region, string partition, string home)
    {
        var found = Partition.OfRegion(region);

        Assert.Equal((partition, home), (found.Id, found.HomeRegion));
        Assert.Equal(found, Partition.OfId(partition));
    }

    [Fact]
    public async Task S3_Control_is_asked_at_the_account_s_own_host_and_the_guard_lets_no_such_request_out()
    {
        using var http = new TestHttpClientFactory(new ScriptedAws());
        using var clients = new AwsClients(new BasicAWSCredentials(TestClients.AccessKey, TestClients.SecretKey), new Endpoints(Custom: null), http);

        var stopped = await Assert.ThrowsAsync<NotLoopbackException>(
            () => clients.S3Control("eu-west-1").GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { AccountId = "111122223333" }, TestContext.Current.CancellationToken));

        Assert.Equal("https://111122223333.s3-control.eu-west-1.amazonaws.com/v20180820/configuration/publicAccessBlock", stopped.Address!.AbsoluteUri);
    }

    [Theory]
    [InlineData("us-east-1", "https://sts.us-east-1.amazonaws.com/")]
    [InlineData("eu-west-1", "https://sts.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://sts.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", "https://sts.us-gov-west-1.amazonaws.com/")]
    public async Task The_token_service_is_asked_in_the_Region_never_at_the_global_host(string region, string address)
    {
        using var http = new TestHttpClientFactory(new ScriptedAws());
        using var clients = new AwsClients(new BasicAWSCredentials(TestClients.AccessKey, TestClients.SecretKey), new Endpoints(Custom: null), http);
        var request = new AssumeRoleRequest { RoleArn = "arn:aws:iam::444455556666:role/Audit", RoleSessionName = "CisPosture" };

        var stopped = await Assert.ThrowsAsync<NotLoopbackException>(() => clients.SecurityToken(region).AssumeRoleAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(address, stopped.Address!.AbsoluteUri);
    }

    private static string UrlOf(ProtocolClientConfig config, string region)
    {
        config.IgnoreConfiguredEndpointUrls = true;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        return config.EndpointProvider.ResolveEndpoint(new EndpointParameters()).URL;
    }
}
