using Amazon.CloudTrail.Model;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.ConfigService.Model;
using Amazon.EC2.Model;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.S3.Model;
using Amazon.SecurityToken.Model;
using Amazon.SimpleNotificationService.Model;
using Amazon.SSO.Model;
using Amazon.SSOOIDC.Model;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Tests.Support;

/// <summary>One call of every client that a connection has.</summary>
internal static class OneCall
{
    public const string AccountId = "111122223333";

    /// <summary>The calls by the service that they are signed for and the operation.</summary>
    public static readonly IReadOnlyDictionary<string, Func<AwsClients, string, Task>> Signed = new Dictionary<string, Func<AwsClients, string, Task>>(StringComparer.Ordinal)
    {
        ["sts:GetCallerIdentity"] = (clients, region) => clients.SecurityToken(region).GetCallerIdentityAsync(new GetCallerIdentityRequest()),
        ["sts:AssumeRole"] = (clients, region) => clients.SecurityToken(region).AssumeRoleAsync(new AssumeRoleRequest { RoleArn = "arn:aws:iam::444455556666:role/Audit", RoleSessionName = "CisPosture" }),
        ["organizations:ListAccounts"] = (clients, region) => clients.Organizations(region).ListAccountsAsync(new Amazon.Organizations.Model.ListAccountsRequest()),
        ["iam:ListUsers"] = (clients, region) => clients.IdentityManagement(region).ListUsersAsync(new ListUsersRequest()),
        ["ec2:DescribeVpcs"] = (clients, region) => clients.Ec2(region).DescribeVpcsAsync(new DescribeVpcsRequest()),
        ["kms:ListKeys"] = (clients, region) => clients.KeyManagement(region).ListKeysAsync(new ListKeysRequest()),
        ["s3:GetBucketLocation"] = (clients, region) => clients.S3(region).GetBucketLocationAsync(new GetBucketLocationRequest { BucketName = "logs" }),
        ["s3:GetAccountPublicAccessBlock"] = (clients, region) => clients.S3Control(region).GetPublicAccessBlockAsync(new Amazon.S3Control.Model.GetPublicAccessBlockRequest { AccountId = AccountId }),
        ["cloudtrail:DescribeTrails"] = (clients, region) => clients.CloudTrail(region).DescribeTrailsAsync(new DescribeTrailsRequest()),
        ["logs:DescribeMetricFilters"] = (clients, region) => clients.CloudWatchLogs(region).DescribeMetricFiltersAsync(new DescribeMetricFiltersRequest()),
        ["monitoring:DescribeAlarms"] = (clients, region) => clients.CloudWatch(region).DescribeAlarmsAsync(new DescribeAlarmsRequest()),
        ["config:DescribeDeliveryChannels"] = (clients, region) => clients.ConfigService(region).DescribeDeliveryChannelsAsync(new DescribeDeliveryChannelsRequest()),
        ["securityhub:GetFindings"] = (clients, region) => clients.SecurityHub(region).GetFindingsAsync(new Amazon.SecurityHub.Model.GetFindingsRequest()),
        ["sns:ListSubscriptionsByTopic"] = (clients, region) => clients.SimpleNotificationService(region).ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest()),
    };

    /// <summary>The calls that take no signature.</summary>
    public static readonly IReadOnlyDictionary<string, Func<AwsClients, string, Task>> Unsigned = new Dictionary<string, Func<AwsClients, string, Task>>(StringComparer.Ordinal)
    {
        ["sts:AssumeRoleWithWebIdentity"] = (clients, region) =>
            clients.SecurityToken(region).AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest { RoleArn = "arn:aws:iam::111122223333:role/Audit", RoleSessionName = "CisPosture", WebIdentityToken = "token" }),
        ["sso:GetRoleCredentials"] = (clients, region) => clients.SingleSignOn(region).GetRoleCredentialsAsync(new GetRoleCredentialsRequest { AccessToken = "t", AccountId = AccountId, RoleName = "r" }),
        ["sso-oauth:CreateToken"] = (clients, region) => clients.SingleSignOnTokens(region).CreateTokenAsync(new CreateTokenRequest { ClientId = "c", ClientSecret = "s", GrantType = "refresh_token" }),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, Func<AwsClients, string, Task>> All { get; } = Signed.Concat(Unsigned).ToDictionary(call => call.Key, call => call.Value, StringComparer.Ordinal);
}
