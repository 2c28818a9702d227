using Amazon.CloudWatch.Model;
using Amazon.S3Control.Model;
using Amazon.SimpleNotificationService.Model;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients;

/// <summary>Answers in the form in which CloudWatch, SNS and S3 Control send them.</summary>
public sealed class QueryClientTests : IDisposable
{
    private readonly ScriptedAws _aws = new();
    private readonly AwsClients _clients;

    public QueryClientTests() => _clients = TestClients.Over(_aws);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _clients.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task Alarms_on_metrics_on_expressions_and_on_alarms_are_read()
    {
        _aws.On("monitoring:DescribeAlarms", """
            <DescribeAlarmsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">
              <DescribeAlarmsResult>
                <MetricAlarms>
                  <member>
                    <AlarmName>root use</AlarmName><AlarmArn>arn:aws:cloudwatch:eu-west-1:111122223333:alarm:root use</AlarmArn>
                    <ActionsEnabled>true</ActionsEnabled><OKActions/>
                    <AlarmActions><member>arn:aws:sns:eu-west-1:111122223333:security</member></AlarmActions>
                    <MetricName>RootUse</MetricName><Namespace>LogMetrics</Namespace><Statistic>Sum</Statistic>
                    <Dimensions><member><Name>Region</Name><Value>eu-west-1</Value></member></Dimensions>
                    <Threshold>1.0</Threshold><ComparisonOperator>GreaterThanOrEqualToThreshold</ComparisonOperator>
                  </member>
                  <member>
                    <AlarmName>sum</AlarmName>
                    <Metrics>
                      <member><Id>e1</Id><Expression>m1*2</Expression><ReturnData>true</ReturnData></member>
                      <member><Id>m1</Id><MetricStat><Metric><Namespace>LogMetrics</Namespace><MetricName>RootUse</MetricName><Dimensions/></Metric><Period>300</Period><Stat>Sum</Stat></MetricStat></member>
                    </Metrics>
                  </member>
                </MetricAlarms>
                <CompositeAlarms><member><AlarmName>all</AlarmName><AlarmRule>ALARM("root use")</AlarmRule><ActionsEnabled>false</ActionsEnabled></member></CompositeAlarms>
                <NextToken>more</NextToken>
              </DescribeAlarmsResult>
              <ResponseMetadata><RequestId>req</RequestId></ResponseMetadata>
            </DescribeAlarmsResponse>
            """);

        var response = await _clients.CloudWatch("eu-west-1").DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmTypes = ["MetricAlarm", "CompositeAlarm"], MaxRecords = 100 }, Token);

        var plain = response.MetricAlarms![0];
        Assert.Equal((1.0, "Sum", "LogMetrics", "RootUse"), (plain.Threshold, plain.Statistic, plain.Namespace, plain.MetricName));
        Assert.Equal("Region", Assert.Single(plain.Dimensions!).Name);
        Assert.Equal("arn:aws:sns:eu-west-1:111122223333:security", Assert.Single(plain.AlarmActions!));
        Assert.Equal([null, "RootUse"], response.MetricAlarms[1].Metrics!.Select(query => query.MetricStat?.Metric?.MetricName));
        Assert.Equal("ALARM(\"root use\")", Assert.Single(response.CompositeAlarms!).AlarmRule);
        Assert.Equal("more", response.NextToken);
        Assert.Equal("CompositeAlarm", _aws.OnlyCall.Fields["AlarmTypes.member.2"]);
    }

    [Fact]
    public async Task Subscriptions_are_read_confirmed_or_not()
    {
        _aws.On("sns:ListSubscriptionsByTopic", """
            <ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions>
              <member><Owner>111122223333</Owner><Protocol>email</Protocol><Endpoint>sec@example.com</Endpoint><SubscriptionArn>PendingConfirmation</SubscriptionArn><TopicArn>arn:t</TopicArn></member>
            </Subscriptions></ListSubscriptionsByTopicResult><ResponseMetadata><RequestId>req</RequestId></ResponseMetadata></ListSubscriptionsByTopicResponse>
            """);

        var response = await _clients.SimpleNotificationService("eu-west-1").ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = "arn:t" }, Token);

        Assert.Equal("PendingConfirmation", Assert.Single(response.Subscriptions!).SubscriptionArn);
        Assert.Null(response.NextToken);
    }

    [Fact]
    public async Task The_account_public_access_block_is_the_root_of_the_answer()
    {
        _aws.On("s3:GetAccountPublicAccessBlock", """
            <PublicAccessBlockConfiguration xmlns="http://awss3control.amazonaws.com/doc/2018-08-20/"><BlockPublicAcls>true</BlockPublicAcls>
            <IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>
            """);

        var block = (await _clients.S3Control("us-east-1").GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { AccountId = "111122223333" }, Token)).PublicAccessBlockConfiguration!;

        Assert.Equal((true, false, true, true), (block.BlockPublicAcls, block.IgnorePublicAcls, block.BlockPublicPolicy, block.RestrictPublicBuckets));
        Assert.Equal("111122223333", _aws.OnlyCall.Headers["x-amz-account-id"]);
    }
}
