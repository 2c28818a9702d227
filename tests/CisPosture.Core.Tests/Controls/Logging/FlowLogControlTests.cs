using System.Collections;
using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.9.</summary>
public sealed class FlowLogControlTests
{
    private static readonly Vpc Own = new() { VpcId = "vpc-0a1b2c3d", OwnerId = Judging.AccountId, CidrBlock = "10.0.0.0/16" };
    private static readonly Vpc Shared = new() { VpcId = "vpc-0shared0", OwnerId = "999988887777" };

    private static readonly FlowLog Rejects = new()
    {
        FlowLogId = "fl-1", ResourceId = Own.VpcId, FlowLogStatus = "ACTIVE", TrafficType = "REJECT", DeliverLogsStatus = "SUCCESS", LogDestinationType = "cloud-watch-logs",
    };

    public static TheoryData<string, FlowLog[]> Sufficient => new()
    {
        { "REJECT", [Rejects] },
        { "ALL", [Rejects with { TrafficType = "ALL" }] },
        { "to S3", [Rejects with { LogDestinationType = "s3" }] },
        { "to Firehose", [Rejects with { LogDestinationType = "kinesis-data-firehose" }] },
        { "ACCEPT and REJECT apart", [Rejects with { FlowLogId = "fl-2", TrafficType = "ACCEPT" }, Rejects] },
        { "delivery status not told", [Rejects with { DeliverLogsStatus = null }] },
    };

    public static TheoryData<string, FlowLog[], string> Insufficient => new()
    {
        { "none", [], "VPC vpc-0a1b2c3d has no flow log." },
        { "ACCEPT only", [Rejects with { TrafficType = "ACCEPT" }], "VPC vpc-0a1b2c3d logs accepted traffic only." },
        { "not active", [Rejects with { FlowLogStatus = "INACTIVE" }], "VPC vpc-0a1b2c3d has no active flow log." },
        {
            "active for ACCEPT, inactive for REJECT",
            [Rejects with { FlowLogStatus = "INACTIVE" }, Rejects with { FlowLogId = "fl-2", TrafficType = "ACCEPT" }],
            "VPC vpc-0a1b2c3d logs accepted traffic only."
        },
        { "of a subnet", [Rejects with { ResourceId = "subnet-0a1b2c3d" }], "VPC vpc-0a1b2c3d has no flow log." },
        { "of a network interface", [Rejects with { ResourceId = "eni-0a1b2c3d" }], "VPC vpc-0a1b2c3d has no flow log." },
        { "of another VPC", [Rejects with { ResourceId = "vpc-0other00" }], "VPC vpc-0a1b2c3d has no flow log." },
    };

    [Theory]
    [MemberData(nameof(Sufficient))]
    public void A_VPC_that_logs_rejected_traffic_passes(string logs, FlowLog[] value)
    {
        var finding = Judging.JudgeOne("2.9", Account([Own], value));

        Assert.True(finding.Status == "Passed", $"{logs}: {finding}");
        Assert.Empty(finding.Notes);
    }

    [Theory]
    [MemberData(nameof(Insufficient))]
    public void A_VPC_that_does_not_log_rejected_traffic_fails(string logs, FlowLog[] value, string reason)
    {
        var finding = Judging.JudgeOne("2.9", Account([Own], value));

        Assert.True(finding.Status == "Failed", $"{logs}: {finding}");
        Assert.Equal(reason, finding.Reason);
        Assert.Equal("Repair-CisFlowLog", finding.RepairCommand);
    }

    [Fact]
    public void Flow_logs_of_subnets_are_noted_where_the_VPC_has_none()
    {
        var finding = Judging.JudgeOne("2.9", Account([Own], Rejects with { ResourceId = "subnet-0a1b2c3d" }));

        Assert.Equal(["Flow logs of subnets or network interfaces do not count; this Region has 1."], finding.Notes);
    }

    [Fact]
    public void An_empty_default_VPC_counts()
    {
        var finding = Judging.JudgeOne("2.9", Account([Own with { IsDefault = true, CidrBlock = "172.31.0.0/16" }]));

        Assert.Equal(("Failed", true), (finding.Status, finding.Evidence["IsDefault"]));
    }

    [Fact]
    public void A_delivery_that_fails_is_noted_with_its_message()
    {
        var failing = Rejects with { DeliverLogsStatus = "FAILED", DeliverLogsErrorMessage = "Access error" };

        var finding = Judging.JudgeOne("2.9", Account([Own], failing));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(["Flow log fl-1 cannot be delivered: Access error"], finding.Notes);
    }

    [Fact]
    public void With_RequireDelivery_a_delivery_that_fails_fails_unless_another_log_is_delivered()
    {
        var required = new Hashtable { ["RequireDelivery"] = true };
        var failing = Rejects with { FlowLogId = "fl-2", DeliverLogsStatus = "FAILED", DeliverLogsErrorMessage = "Access error" };

        Assert.Equal("Failed", Judging.JudgeOne("2.9", Account([Own], failing), parameters: required).Status);
        Assert.Equal("Passed", Judging.JudgeOne("2.9", Account([Own], failing, Rejects), parameters: required).Status);
    }

    [Fact]
    public void A_VPC_that_another_account_shares_is_left_out()
    {
        var finding = Judging.JudgeOne("2.9", Account([Own, Shared], Rejects));

        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0a1b2c3d", finding.ResourceId);
    }

    [Fact]
    public void A_Region_with_nothing_but_shared_VPCs_passes_empty() =>
        Assert.Equal(ReasonCode.EvaluationsEmpty, Judging.JudgeOne("2.9", Account([Shared])).ReasonCode);

    [Fact]
    public void A_Region_without_a_VPC_passes_empty_even_where_flow_logs_were_denied()
    {
        var account = Account([]);
        account = account with { Regions = [account.Regions[0] with { FlowLogs = Evidence.Missing<IReadOnlyList<FlowLog>>(Judging.Denied("ec2:DescribeFlowLogs")) }] };

        var finding = Judging.JudgeOne("2.9", account);

        Assert.Equal(("Passed", ReasonCode.EvaluationsEmpty), (finding.Status, finding.ReasonCode));
    }

    [Theory]
    [InlineData("ec2:DescribeVpcs")]
    [InlineData("ec2:DescribeFlowLogs")]
    public void A_denied_list_makes_the_Region_not_available(string operation)
    {
        var region = Account([Own], Rejects).Regions[0];
        var gap = Judging.Denied(operation, "us-east-1");
        var denied = operation.EndsWith("Vpcs", StringComparison.Ordinal)
            ? region with { Vpcs = Evidence.Missing<IReadOnlyList<Vpc>>(gap) }
            : region with { FlowLogs = Evidence.Missing<IReadOnlyList<FlowLog>>(gap) };

        var finding = Judging.JudgeOne("2.9", Judging.Account() with { Regions = [denied] });

        Assert.Equal(("NotAvailable", operation, "AWS::::Account:111122223333"), (finding.Status, finding.Evidence["MissingPermission"], finding.ResourceId));
    }

    [Fact]
    public void A_Region_that_is_off_is_not_available_and_the_others_are_judged()
    {
        var off = Judging.Denied("ec2:DescribeVpcs", "ap-east-1") with { ReasonCode = ReasonCode.RegionNotEnabled, ErrorCode = "AuthFailure" };
        var account = Account([Own], Rejects);
        account = account with { Regions = [Judging.Region("ap-east-1") with { Vpcs = Evidence.Missing<IReadOnlyList<Vpc>>(off) }, .. account.Regions] };

        Assert.Equal(
            [("ap-east-1", ReasonCode.RegionNotEnabled), ("us-east-1", ReasonCode.Compliant)],
            Judging.Judge("2.9", account).Select(finding => (finding.Region, finding.ReasonCode)));
    }

    [Fact]
    public void The_ARN_bears_the_partition() =>
        Assert.StartsWith("arn:aws-us-gov:ec2:", Judging.JudgeOne("2.9", Account([Own], Rejects) with { Partition = "aws-us-gov" }).ResourceId, StringComparison.Ordinal);

    private static AccountEvidence Account(Vpc[] vpcs, params FlowLog[] flowLogs) => Judging.Account() with
    {
        Regions =
        [
            Judging.Region() with { Vpcs = Evidence.Of<IReadOnlyList<Vpc>>(vpcs), FlowLogs = Evidence.Of<IReadOnlyList<FlowLog>>(flowLogs) },
        ],
    };
}
