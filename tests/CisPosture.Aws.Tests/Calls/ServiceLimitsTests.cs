using System.Reflection;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Tests.Calls;

public sealed class ServiceLimitsTests
{
    // The others document nothing, or nothing that a scan or a repair could reach.
    private static readonly string[] Documenting = ["logs", "cloudwatch", "cloudtrail", "sns", "kms", "ec2", "securityhub"];

    public static TheoryData<string, string> Called => [.. new[] { typeof(Operations), typeof(RepairOperations), typeof(HubOperations) }
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(known => known.GetValue(null))
        .OfType<ApiOperation>()
        .Select(operation => (operation.Service, operation.Name))
        .Distinct()];

    [Theory]
    [MemberData(nameof(Called))]
    public void Every_operation_of_a_service_that_documents_its_limits_has_one(string service, string operation)
    {
        var limit = ServiceLimits.Of(service, operation);

        Assert.True(
            limit.Rate is not null == Documenting.Contains(service),
            $"{service}:{operation} has {(limit.Rate is null ? "no limit" : "a limit")}: look it up in the service's quotas and put it into ServiceLimits.");
    }

    [Theory]
    [InlineData("logs", "DescribeMetricFilters", "DescribeMetricFilters", 5.0)]
    [InlineData("logs", "CreateLogGroup", "CreateLogGroup", 10.0)]
    [InlineData("cloudtrail", "GetTrailStatus", "reads", 10.0)]
    [InlineData("cloudtrail", "PutEventSelectors", "writes", 1.0)]
    [InlineData("cloudwatch", "PutMetricAlarm", "PutMetricAlarm", 3.0)]
    [InlineData("kms", "DisableKeyRotation", "DisableKeyRotation", 5.0)]
    [InlineData("iam", "GetUser", "iam", null)]
    [InlineData("config", "DescribeDeliveryChannels", "config", null)]
    [InlineData("logs", "PutSomethingNew", "PutSomethingNew", null)]
    public void What_AWS_counts_together_is_an_operation_or_what_shares_its_quota_or_a_service_that_documents_none(string service, string operation, string scope, double? rate) =>
        Assert.Equal((scope, rate), (ServiceLimits.Of(service, operation).Scope, ServiceLimits.Of(service, operation).Rate));

    [Theory]
    [InlineData("DescribeVpcs", 20.0, 100.0)]
    [InlineData("GetManagedPrefixListEntries", 20.0, 100.0)]
    [InlineData("RevokeSecurityGroupIngress", 5.0, 50.0)]
    public void EC2_has_a_bucket_an_operation(string operation, double rate, double burst) =>
        Assert.Equal(new CallLimit(operation, rate, burst), ServiceLimits.Of("ec2", operation));
}
