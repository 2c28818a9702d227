using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Tests.Conformance;

namespace CisPosture.Sandbox.Tests.Ec2;

public sealed class FlowLogTests
{
    [Theory]
    [InlineData("MissingParameter", "TrafficType", null)]
    [InlineData("MissingParameter", "ResourceId.1", null)]
    [InlineData("InvalidParameterValue", "TrafficType", "SOME")]
    [InlineData("InvalidParameter", "LogGroupName", null)]
    [InlineData("InvalidParameter", "DeliverLogsPermissionArn", null)]
    [InlineData("InvalidParameter", "DeliverLogsPermissionArn", "arn:aws:iam::111122223333:role/nobody")]
    [InlineData("InvalidParameter", "DeliverLogsPermissionArn", "arn:aws:iam::111122223333:role/stranger")]
    [InlineData("InvalidParameter", "LogDestinationType", "s3")]
    [InlineData("InvalidParameterValue", "MaxAggregationInterval", "300")]
    [InlineData("InvalidParameterValue", "TagSpecification.1.ResourceType", "vpc")]
    public async Task A_request_that_makes_no_flow_log_is_refused(string code, string parameter, string? value)
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);

        var answer = await CreateAsync(account, (parameter, value));

        Assert.Equal(code, answer.Code);
        Assert.Empty(Vpc(account).FlowLogs);
    }

    [Fact]
    public async Task A_new_role_must_have_spread_before_it_is_taken()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);
        account.Sandbox.Account.Change(state => state.Iam.Roles[0].LooksUntilVisible = 1);

        var early = await CreateAsync(account);
        var later = await CreateAsync(account);

        Assert.Equal("Unable to assume given IAM role", early.Message);
        Assert.Null(later.Code);
        Assert.Single(Vpc(account).FlowLogs);
    }

    [Fact]
    public async Task Asked_again_under_the_same_token_none_is_made_and_the_same_is_answered()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);

        var first = await CreateAsync(account, ("ClientToken", "one"));
        var again = await CreateAsync(account, ("ClientToken", "one"));
        var other = await CreateAsync(account, ("ClientToken", "one"), ("TrafficType", "ALL"));

        var id = Assert.Single(Vpc(account).FlowLogs).FlowLogId;
        Assert.Contains(id, first.Text, StringComparison.Ordinal);
        Assert.Contains(id, again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("FlowLogAlreadyExists", again.Text, StringComparison.Ordinal);
        Assert.Equal("IdempotentParameterMismatch", other.Code);
    }

    [Fact]
    public async Task Another_traffic_type_or_destination_is_another_flow_log()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);

        await CreateAsync(account);
        await CreateAsync(account, ("TrafficType", "ALL"));
        await CreateAsync(account, ("LogGroupName", "elsewhere"));

        Assert.Equal(["REJECT", "ALL", "REJECT"], Vpc(account).FlowLogs.Select(log => log.TrafficType));
    }

    [Fact]
    public async Task Where_the_role_may_not_write_delivery_fails_and_says_so()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);

        await CreateAsync(account, ("LogGroupName", "elsewhere"));

        var log = Assert.Single(Vpc(account).FlowLogs);
        Assert.Equal(("ACTIVE", "FAILED", "Access error"), (log.FlowLogStatus, log.DeliverLogsStatus, log.DeliverLogsErrorMessage));
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_told_of_in_a_successful_answer()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json);

        var answer = await CreateAsync(account, ("LogDestinationType", "s3"), ("LogDestination", "arn:aws:s3:::nobody/flow"), ("LogGroupName", null), ("DeliverLogsPermissionArn", null));

        Assert.Equal("LogDestination: nobody does not exist", answer.Value("message"));
        Assert.Empty(Vpc(account).FlowLogs);
    }

    [Fact]
    public async Task Giving_the_role_needs_the_permission_to_pass_it()
    {
        await using var account = await ScratchAccount.StartAsync(NetworkAccount.Json, new SandboxOptions { Deny = ["iam:PassRole"] });

        var answer = await CreateAsync(account);

        Assert.Equal("UnauthorizedOperation", answer.Code);
        Assert.Contains($"iam:PassRole on resource: {NetworkAccount.Role}", answer.Message, StringComparison.Ordinal);
    }

    private static Vpc Vpc(ScratchAccount account) => account.Sandbox.Account.Regions["us-east-1"].Ec2.Vpcs[0];

    private static Task<WireAnswer> CreateAsync(ScratchAccount account, params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ResourceType"] = "VPC",
            ["ResourceId.1"] = Vpc(account).VpcId,
            ["TrafficType"] = "REJECT",
            ["LogGroupName"] = "rejected",
            ["DeliverLogsPermissionArn"] = NetworkAccount.Role,
        };
        foreach (var (name, value) in changes) parameters[name] = value;
        return account.Wire.Ec2Async("CreateFlowLogs", [.. parameters.Where(parameter => parameter.Value is not null).Select(parameter => (parameter.Key, parameter.Value!))]);
    }
}
