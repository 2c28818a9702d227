using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Sns;

namespace CisPosture.Tests.Repairs;

public sealed class MetricAlarmRepairTests
{
    private const string Failed = "Test-CisControl @Live -Id 1.1, 3.*";
    private const string Repair = "Repair-CisMetricAlarm @Live @Journals -Force";
    private const string Subscriber = "-SubscriberEndpoint soc@example.com";

    [Fact]
    public async Task One_run_makes_one_topic_and_fourteen_chains_which_pass_once_the_subscriber_has_confirmed()
    {
        await using var session = await StartAsync();

        var repair = session.Succeed($"{Failed} | {Repair} {Subscriber}");

        Assert.Equal(15, repair.Findings.Count);
        Assert.All(repair.Findings, finding => Assert.Equal(("Failed", "PendingConfirmation"), (finding.Status, finding.Repair!.Outcome)));
        Assert.Equal(1 + 1 + 14 + 14, session.Sandbox.Requests.Writes);

        session.Sandbox.Account.ConfirmSubscriptions("soc@example.com");
        var again = session.Succeed(Failed);

        Assert.All(again.Findings, finding => Assert.Equal("Passed", finding.Status));
    }

    [Fact]
    public async Task Undo_leaves_nothing_of_the_chains_behind()
    {
        await using var session = await StartAsync();
        var before = session.Sandbox.Account.Export();
        session.Succeed($"{Failed} | {Repair} {Subscriber}");
        session.Sandbox.Account.ConfirmSubscriptions("soc@example.com");

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_second_run_sends_no_write_while_the_subscriber_is_awaited()
    {
        await using var session = await StartAsync();
        session.Succeed($"{Failed} | {Repair} {Subscriber}");
        var writes = session.Sandbox.Requests.Writes;

        var again = session.Succeed($"{Failed} | {Repair} {Subscriber}");

        Assert.All(again.Findings, finding => Assert.Equal("PendingConfirmation", finding.Repair!.Outcome));
        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task WhatIf_shows_the_chain_and_only_reads()
    {
        await using var session = await StartAsync();

        var repair = session.Succeed($"{Failed} | {Repair} {Subscriber} -WhatIf");

        Assert.All(repair.Findings, finding => Assert.Equal("Planned", finding.Repair!.Outcome));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Nobody_to_tell_is_a_choice_that_only_the_user_can_take()
    {
        await using var session = await StartAsync();

        var repair = session.Succeed($"Test-CisControl @Live -Id 3.1 | {Repair}");

        Assert.Equal("CHOICE_NEEDED", Assert.Single(repair.Findings).Repair!.ReasonCode);
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task A_topic_with_a_confirmed_subscriber_makes_the_control_pass_at_once()
    {
        await using var session = await StartAsync(region => region.Topics.Add(new Topic { Name = "security", Subscriptions = { new Subscription { Protocol = "email", Endpoint = "a@example.com" } } }));

        var repair = session.Succeed($"Test-CisControl @Live -Id 3.1 | {Repair} -TopicArn arn:aws:sns:us-east-1:111122223333:security");

        var finding = Assert.Single(repair.Findings);
        Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome));
    }

    [Fact]
    public async Task The_policy_of_a_given_topic_is_opened_to_the_accounts_alarms_and_undo_brings_it_back()
    {
        const string Closed = """{"Version":"2012-10-17","Statement":[{"Sid":"own","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/ops"},"Action":"SNS:Publish","Resource":"arn:aws:sns:us-east-1:111122223333:security"}]}""";
        await using var session = await StartAsync(region => region.Topics.Add(new Topic { Name = "security", Policy = Closed, Subscriptions = { new Subscription { Protocol = "email", Endpoint = "a@example.com" } } }));

        session.Succeed($"Test-CisControl @Live -Id 3.1 | {Repair} -TopicArn arn:aws:sns:us-east-1:111122223333:security");
        var opened = Region(session).Topics.Single().Policy;
        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Contains("cloudwatch.amazonaws.com", opened, StringComparison.Ordinal);
        Assert.Contains("role/ops", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("cloudwatch.amazonaws.com", Region(session).Topics.Single().Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_AWS_encrypts_with_its_own_key_is_refused()
    {
        await using var session = await StartAsync(region => region.Topics.Add(new Topic { Name = "security", KmsMasterKeyId = "alias/aws/sns" }));

        var repair = session.Succeed($"Test-CisControl @Live -Id 3.1 | {Repair} {Subscriber} -TopicArn arn:aws:sns:us-east-1:111122223333:security");

        Assert.Equal("CHOICE_NEEDED", Assert.Single(repair.Findings).Repair!.ReasonCode);
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task A_strangers_topic_of_the_wanted_name_is_left_alone()
    {
        await using var session = await StartAsync(region => region.Topics.Add(new Topic { Name = "CisPosture-Alarms" }));

        var repair = session.Succeed($"Test-CisControl @Live -Id 3.1 | {Repair} {Subscriber}");

        Assert.Equal("FOREIGN_RESOURCE", Assert.Single(repair.Findings).Repair!.ReasonCode);
    }

    [Fact]
    public async Task A_filter_of_the_wanted_name_that_does_something_else_is_left_alone_and_another_name_is_taken()
    {
        await using var session = await StartAsync(region => region.LogGroups.Single(group => group.Name == "cloudtrail").MetricFilters.Add(new()
        {
            Name = "CIS-3.5-CloudTrailChanges",
            Pattern = "{ $.eventName = StopLogging }",
            Transformations = { new() { MetricName = "Stops", MetricNamespace = "Mine" } },
        }));

        session.Succeed($"Test-CisControl @Live -Id 3.5 | {Repair} {Subscriber}");

        var filters = Region(session).LogGroups.Single(group => group.Name == "cloudtrail").MetricFilters;
        Assert.Equal(["CIS-3.5-CloudTrailChanges", "CIS-3.5-CloudTrailChanges-2"], filters.Select(filter => filter.Name).Order(StringComparer.Ordinal));
        Assert.Equal("{ $.eventName = StopLogging }", filters.Single(filter => filter.Name == "CIS-3.5-CloudTrailChanges").Pattern);
    }

    [Fact]
    public async Task Without_a_trail_that_feeds_a_log_group_nothing_is_made_and_the_way_out_is_named()
    {
        await using var session = await RepairSession.StartAsync("neglected");

        var repair = session.Succeed($"Test-CisControl @Live -Id 3.1 | {Repair} {Subscriber}");

        var finding = Assert.Single(repair.Findings);
        Assert.Equal("DEPENDENCY_MISSING", finding.Repair!.ReasonCode);
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Theory]
    [InlineData("-SubscriberEndpoint nobody")]
    [InlineData("-SubscriberProtocol https -SubscriberEndpoint https://user:hunter22@example.com/hook")]
    [InlineData("-TopicArn arn:aws:sqs:us-east-1:111122223333:queue")]
    public async Task Unusable_parameters_are_refused_before_anything_is_read(string parameters)
    {
        await using var session = await StartAsync();
        session.Succeed("$global:Findings = Test-CisControl @Live -Id 3.1");
        var total = session.Sandbox.Requests.Total;

        var run = session.Run($"$Findings | {Repair} {parameters}");

        var error = run.Failure ?? Assert.Single(run.Errors);
        Assert.StartsWith("RepairOptionInvalid", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(total, session.Sandbox.Requests.Total);
    }

    private static RegionState Region(RepairSession session) => session.Sandbox.Account.Regions["us-east-1"];

    // A good trail with its log group, and nobody who listens.
    private static async Task<RepairSession> StartAsync(Action<RegionState>? arrange = null)
    {
        var session = await RepairSession.StartAsync("exemplary");
        session.Sandbox.Account.Change(account =>
        {
            var region = account.Regions["us-east-1"];
            region.LogGroups.ForEach(group => group.MetricFilters.Clear());
            region.MetricAlarms.Clear();
            region.CompositeAlarms.Clear();
            region.Topics.Clear();
            arrange?.Invoke(region);
        });
        return session;
    }
}
