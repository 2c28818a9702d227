using Amazon.EC2.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;
using CisPosture.Controls;
using CisPosture.Sandbox;
using CisPosture.Sandbox.PushBack;

namespace CisPosture.Aws.Tests.Sandbox;

/// <summary>Scans of accounts that push back: too fast, off, denied, out of reach, cut off.</summary>
public sealed class PushBackTests
{
    private static readonly EnterpriseSize Small = new() { Users = 20, Policies = 10, Keys = 12, Groups = 4, Regions = 3 };

    private static EvidenceKind[] Everything => [.. EvidenceKind.All];

    [Fact]
    public async Task Throttling_costs_no_evidence_and_little_more_than_the_calls_that_are_needed()
    {
        await using var sandbox = await OpenAsync(new SandboxOptions { Account = "enterprise", Enterprise = Small, Throttle = [ThrottleRule.Parse("20/s:5")] });
        var collection = sandbox.Start(Everything);

        await collection.WhenCompleteAsync();

        var requests = sandbox.Server.Requests;
        Assert.Empty(collection.TakeNewGaps());
        Assert.True(requests.Throttled > 0, "The sandbox throttled nothing, so that nothing was tried.");
        Assert.True(requests.Total < (requests.Total - requests.Throttled) * 2, $"{requests.Throttled} of {requests.Total} requests were sent in vain.");
    }

    [Fact]
    public async Task An_operation_that_is_throttled_does_not_slow_down_the_others()
    {
        await using var sandbox = await OpenAsync(new SandboxOptions { Account = "exemplary", Throttle = [ThrottleRule.Parse("ec2:DescribeVpcs=0.1/s:1")] });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var ec2 = Clients(sandbox).Ec2("us-east-1");
        await ec2.DescribeVpcsAsync(stop.Token);
        var slow = ec2.DescribeVpcsAsync(stop.Token);

        // Refused twice, the request has been sent again, and so the first refusal has been taken note of.
        while (sandbox.Server.Requests.Throttled < 2)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await ec2.DescribeFlowLogsAsync(new DescribeFlowLogsRequest(), stop.Token);

        Assert.False(slow.IsCompleted, "DescribeVpcs is answered once in ten seconds, and DescribeFlowLogs had to wait as long.");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact]
    public async Task A_service_that_refuses_the_account_is_asked_slower_for_everything()
    {
        await using var sandbox = await OpenAsync(new SandboxOptions { Account = "exemplary", Throttle = [ThrottleRule.Parse("ec2=2/s:1")] });
        var ec2 = Clients(sandbox).Ec2("us-east-1");
        while (sandbox.Server.Requests.Throttled == 0)
        {
            await Task.WhenAll(ec2.DescribeVpcsAsync(TestContext.Current.CancellationToken), ec2.DescribeVpcsAsync(TestContext.Current.CancellationToken));
        }

        var throttled = sandbox.Server.Requests.Throttled;
        await ec2.DescribeFlowLogsAsync(new DescribeFlowLogsRequest(), TestContext.Current.CancellationToken);
        await ec2.DescribeSecurityGroupsAsync(TestContext.Current.CancellationToken);

        Assert.True(throttled == sandbox.Server.Requests.Throttled, "EC2 refused the account, and operations that had not been asked for yet were asked for as fast as before.");
    }

    [Fact]
    public async Task Cut_connections_cost_no_evidence()
    {
        await using var quiet = await OpenAsync(new SandboxOptions { Account = "exemplary", Time = FixedTime.Instance });
        await using var cut = await OpenAsync(new SandboxOptions { Account = "exemplary", Time = FixedTime.Instance, CutShare = 0.1 });

        var expected = await quiet.CollectAsync(Everything);
        var actual = await cut.CollectAsync(Everything);

        Assert.Equal(EvidenceText.Of(expected), EvidenceText.Of(actual));
        Assert.True(cut.Server.Requests.Cut > 4, "The sandbox cut next to nothing, so that nothing was tried.");
    }

    [Fact]
    public async Task A_Region_out_of_reach_is_given_up_after_a_few_requests_and_the_others_are_read()
    {
        await using var sandbox = await OpenAsync(new SandboxOptions { Account = "exemplary", RegionsUnreachable = ["sa-east-1"] });
        var collection = sandbox.Start(Everything);

        var evidence = await collection.WhenCompleteAsync();

        var lost = evidence.Regions.Single(region => region.Region == "sa-east-1");
        Assert.All(
            new[] { lost.TrailArns.Gap, lost.ConfigRecorders.Gap, lost.ConfigDeliveryChannels.Gap, lost.KmsKeys.Gap, lost.Vpcs.Gap, lost.FlowLogs.Gap, lost.SecurityGroups.Gap, lost.SecurityGroupsInUse.Gap },
            gap => Assert.Equal((ReasonCode.EndpointUnreachable, "sa-east-1"), (gap!.ReasonCode, gap.Region)));
        Assert.All(collection.TakeNewGaps(), gap => Assert.Equal("sa-east-1", gap.Region));
        Assert.All(evidence.Regions.Where(region => region != lost), region => Assert.True(region.Vpcs.IsKnown && region.TrailArns.IsKnown && region.KmsKeys.IsKnown));

        // Of each service as many as are sent before the first four have failed, and no retries of theirs.
        var sent = sandbox.Server.Requests.ByRegion["sa-east-1"].GroupBy(count => count.Key.Split(':')[0], count => count.Value).ToDictionary(service => service.Key, service => service.Sum());
        Assert.All(sent, service => Assert.True(service.Value <= 8, $"{service.Key} was asked {service.Value} times."));
    }

    [Fact]
    public async Task Later_scans_of_the_session_do_not_ask_again_where_nobody_answered()
    {
        await using var sandbox = await OpenAsync(new SandboxOptions { Account = "exemplary", RegionsUnreachable = ["sa-east-1"] });
        await CollectAsync(sandbox, EvidenceKind.Vpcs, "sa-east-1");
        sandbox.Server.Requests.Reset();

        var evidence = await CollectAsync(sandbox, EvidenceKind.SecurityGroups, "sa-east-1");

        Assert.Equal(ReasonCode.EndpointUnreachable, evidence.Regions.Single().SecurityGroups.Gap!.ReasonCode);
        Assert.Equal(0, sandbox.Server.Requests.Total);
    }

    [Fact]
    public async Task Regions_that_push_back_change_no_verdict_but_their_own()
    {
        await using var quiet = await OpenAsync(new SandboxOptions { Account = "exemplary", Time = FixedTime.Instance });
        await using var loud = await OpenAsync(new SandboxOptions
        {
            Account = "exemplary", Time = FixedTime.Instance, Throttle = [ThrottleRule.Parse("5/s")], RegionsOff = ["me-south-1"], RegionsDenied = ["ap-east-1"], RegionsUnreachable = ["sa-east-1"],
        });
        string[] regions = ["us-east-1", "eu-west-1", "ap-southeast-2", "me-south-1", "ap-east-1", "sa-east-1"];

        var expected = Judge(await quiet.CollectAsync(Everything));
        var actual = Judge(await loud.Session.Collect(new CollectionRequest { Kinds = Everything, Regions = regions }, TestContext.Current.CancellationToken).WhenCompleteAsync());

        Assert.Equal(43, actual.Select(finding => finding.ControlId).Distinct().Count());
        var theirs = actual.Where(finding => finding.Region is "me-south-1" or "ap-east-1" or "sa-east-1").ToLookup(finding => finding.Region);
        Assert.Equal(["ap-east-1", "me-south-1", "sa-east-1"], theirs.Select(region => region.Key).Order(StringComparer.Ordinal));
        Assert.All(theirs["me-south-1"], finding => Assert.Equal(("NotAvailable", ReasonCode.RegionNotEnabled), (finding.Status, finding.ReasonCode)));
        Assert.All(theirs["ap-east-1"], finding => Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode)));
        Assert.All(theirs["sa-east-1"], finding => Assert.Equal(("NotAvailable", ReasonCode.EndpointUnreachable), (finding.Status, finding.ReasonCode)));

        // Trails that only those Regions have were not seen, which the controls on all trails say in a finding of their own.
        var partial = actual.Where(finding => finding.ReasonCode == ReasonCode.PartialVisibility).ToList();
        Assert.All(partial, finding => Assert.Equal(["ap-east-1", "me-south-1", "sa-east-1"], Assert.IsType<string[]>(finding.Evidence["UnreadRegions"])));
        Assert.Equal(expected.Select(Verdict), actual.Except(theirs.SelectMany(region => region)).Except(partial).Select(Verdict));
    }

    [Fact]
    public async Task A_Region_that_is_off_may_be_the_first_that_the_user_names()
    {
        await using var sandbox = await OpenAsync(new SandboxOptions { Account = "exemplary", RegionsOff = ["me-south-1"] }, region: "me-south-1");

        var evidence = await CollectAsync(sandbox, EvidenceKind.Vpcs, "me-south-1", "us-east-1");

        Assert.Equal(ReasonCode.RegionNotEnabled, evidence.Regions[0].Vpcs.Gap!.ReasonCode);
        Assert.True(evidence.Regions[1].Vpcs.IsKnown);
        Assert.Contains(sandbox.Log.VerboseLines, line => line.Contains("us-east-1 answers in its place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Region_out_of_reach_may_be_the_first_that_the_user_names()
    {
        await using var sandbox = await OpenAsync(new SandboxOptions { Account = "exemplary", RegionsUnreachable = ["sa-east-1"] }, region: "sa-east-1");

        var evidence = await CollectAsync(sandbox, EvidenceKind.Vpcs, "sa-east-1", "us-east-1");

        Assert.Equal(ReasonCode.EndpointUnreachable, evidence.Regions[0].Vpcs.Gap!.ReasonCode);
        Assert.True(evidence.Regions[1].Vpcs.IsKnown);
    }

    private static AwsClients Clients(SandboxSession sandbox) => ((AccountSession)sandbox.Session).Clients;

    private static Task<SandboxSession> OpenAsync(SandboxOptions options, string region = "us-east-1") => SandboxSession.OpenAsync(options, region);

    private static Task<AccountEvidence> CollectAsync(SandboxSession sandbox, EvidenceKind kind, params string[] regions) =>
        sandbox.Session.Collect(new CollectionRequest { Kinds = [kind], Regions = regions }, TestContext.Current.CancellationToken).WhenCompleteAsync();

    // Each resource for itself: a summary gives way where its scope has a verdict of its own.
    private static List<CisFinding> Judge(AccountEvidence evidence)
    {
        var evaluator = new ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: true);
        return [.. BenchmarkCatalogue.Current.Controls.SelectMany(control => evaluator.Evaluate(control, evidence))];
    }

    private static (string, string, string, string, string) Verdict(CisFinding finding) => (finding.ControlId, finding.Region, finding.ResourceId, finding.Status, finding.ReasonCode);
}
