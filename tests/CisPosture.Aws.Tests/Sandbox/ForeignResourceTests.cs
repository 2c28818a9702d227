using System.Collections;
using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;
using CisPosture.Controls;
using CisPosture.Sandbox;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.State.Sns;
using SandboxTrail = CisPosture.Sandbox.State.CloudTrail.Trail;

namespace CisPosture.Aws.Tests.Sandbox;

/// <summary>What other accounts own: organization trails seen from a member, buckets of a log archive, topics of a security account.</summary>
public sealed class ForeignResourceTests
{
    private const string Management = "999900001111";
    private const string OrganizationTrail = $"arn:aws:cloudtrail:us-east-1:{Management}:trail/organization";

    private static readonly string[] AlarmControls = ["1.1", .. Enumerable.Range(1, 14).Select(number => $"3.{number}")];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_member_sees_an_organization_trail_and_fails_nothing_for_it(bool hidesStatus)
    {
        var findings = await ScanAsync(account => Replace(account, TrailOfOrganization(hidesStatus)));

        Assert.Equal(("Warning", ReasonCode.OrganizationTrailNotReadable), Outcome(findings, "2.1"));
        Assert.All(new[] { "2.2", "2.4", "2.7" }, control =>
        {
            var finding = findings.Single(each => each.ControlId == control);
            Assert.Equal(("NotAvailable", ReasonCode.TrailOwnedByOtherAccount, OrganizationTrail), (finding.Status, finding.ReasonCode, finding.ResourceId));
        });
        Assert.All(new[] { "2.3", "2.6" }, control => Assert.Equal(("Warning", ReasonCode.BucketCrossAccountCrossRegion), Outcome(findings, control)));
        Assert.All(AlarmControls, control => Assert.Equal(("Warning", ReasonCode.LogGroupCrossAccount), Outcome(findings, control)));
    }

    [Fact]
    public async Task What_a_member_may_not_read_of_another_account_s_trail_is_no_error()
    {
        await using var sandbox = await OpenAsync(account => Replace(account, TrailOfOrganization(hidesStatus: true)));
        var collection = sandbox.Start([.. EvidenceKind.All]);

        await collection.WhenCompleteAsync();

        Assert.Empty(collection.TakeNewGaps());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_trusted_organization_trail_passes_2_1(bool hidesStatus) => Assert.Equal(
        "Passed",
        Outcome(await ScanAsync(account => Replace(account, TrailOfOrganization(hidesStatus)), new Hashtable { ["TrustOrganizationTrail"] = true }), "2.1").Status);

    [Fact]
    public async Task A_stopped_organization_trail_is_no_candidate_however_much_it_is_trusted()
    {
        var findings = await ScanAsync(
            account =>
            {
                Replace(account, TrailOfOrganization(hidesStatus: false));
                account.Regions["us-east-1"].Trails[0].IsLogging = false;
            },
            new Hashtable { ["TrustOrganizationTrail"] = true });

        Assert.Equal(("Failed", ReasonCode.MultiRegionTrailNotPresent), Outcome(findings, "2.1"));
    }

    [Fact]
    public async Task An_organization_trail_beside_a_complete_one_of_the_own_account_takes_nothing_from_it()
    {
        var findings = await ScanAsync(account => account.Regions["us-east-1"].Trails.Add(TrailOfOrganization(hidesStatus: true)));

        Assert.All(["2.1", .. AlarmControls], control => Assert.Equal("Passed", Outcome(findings, control).Status));
        Assert.All(new[] { "2.2", "2.4", "2.7" }, control => Assert.Equal(
            ["NotAvailable", "Passed"], findings.Where(finding => finding.ControlId == control).Select(finding => finding.Status).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_shadow_of_an_organization_trail_in_every_Region_is_one_trail()
    {
        await using var sandbox = await OpenAsync(account => Replace(account, TrailOfOrganization(hidesStatus: true)));

        var evidence = await sandbox.CollectAsync(EvidenceKind.TrailStatus, EvidenceKind.TrailEventSelectors);

        Assert.Equal(OrganizationTrail, Assert.Single(evidence.Trails).Trail.Arn);
        Assert.Equal((1, 1), (sandbox.Counts["cloudtrail:GetTrailStatus"], sandbox.Counts["cloudtrail:GetEventSelectors"]));
    }

    [Fact]
    public async Task The_own_trail_s_bucket_in_a_log_archive_is_a_warning_and_never_a_failure()
    {
        var findings = await ScanAsync(account =>
        {
            account.S3.Buckets.Single(bucket => bucket.Name == "exemplary-trail-logs").OwnerAccountId = "555500001111";
        });

        Assert.All(new[] { "2.3", "2.6" }, control => Assert.Equal(("Warning", ReasonCode.BucketCrossAccountCrossRegion), Outcome(findings, control)));
        Assert.All(new[] { "2.1", "2.2", "2.4", "2.7" }, control => Assert.Equal("Passed", Outcome(findings, control).Status));
    }

    [Fact]
    public async Task A_trail_s_bucket_that_is_gone_warns_of_who_may_take_its_name()
    {
        var findings = await ScanAsync(account => account.S3.Buckets.RemoveAll(bucket => bucket.Name == "exemplary-trail-logs"));

        Assert.All(new[] { "2.3", "2.6" }, control => Assert.Equal(("Warning", ReasonCode.BucketNotFound), Outcome(findings, control)));
    }

    [Fact]
    public async Task Access_logs_in_a_bucket_of_another_account_pass_and_say_nothing_of_that_bucket()
    {
        var findings = await ScanAsync(account => account.S3.Buckets.Single(bucket => bucket.Name == "exemplary-access-logs").OwnerAccountId = "555500001111");

        var finding = findings.Single(each => each.ControlId == "2.6");
        Assert.Equal("Passed", finding.Status);
        Assert.DoesNotContain(finding.Notes, note => note.Contains("does not exist", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arn:aws:sns:us-east-1:555500001111:security", ReasonCode.TopicCrossAccount)]
    [InlineData("arn:aws:sns:eu-west-1:555500001111:security", ReasonCode.TopicCrossAccountCrossRegion)]
    public async Task A_topic_of_another_account_that_does_not_show_its_subscribers_is_a_warning(string topic, string reason)
    {
        var findings = await ScanAsync(account => Notify(account, topic));

        Assert.All(AlarmControls, control => Assert.Equal(("Warning", reason), Outcome(findings, control)));
    }

    [Fact]
    public async Task A_topic_of_the_own_account_in_another_Region_is_read_there()
    {
        var findings = await ScanAsync(account =>
        {
            Notify(account, "arn:aws:sns:eu-west-1:111122223333:elsewhere");
            account.Regions["eu-west-1"].Topics.Add(new Topic { Name = "elsewhere", Subscriptions = { new Subscription { Protocol = "email", Endpoint = "security@example.com" } } });
        });

        Assert.All(AlarmControls, control => Assert.Equal("Passed", Outcome(findings, control).Status));
    }

    [Fact]
    public async Task A_topic_that_is_gone_fails()
    {
        var findings = await ScanAsync(account => account.Regions["us-east-1"].Topics.Clear());

        Assert.All(AlarmControls, control => Assert.Equal(("Failed", ReasonCode.TopicInvalid), Outcome(findings, control)));
    }

    [Fact]
    public async Task A_key_of_another_account_encrypts_as_well_as_the_own_and_is_noted()
    {
        var findings = await ScanAsync(account => account.Regions["us-east-1"].Trails[0].KmsKeyId = "arn:aws:kms:us-east-1:555500001111:key/0a1b2c3d-0000-4000-8000-00000000000f");

        var finding = findings.Single(each => each.ControlId == "2.7");
        Assert.Equal("Passed", finding.Status);
        Assert.Contains(finding.Notes, note => note.Contains("555500001111", StringComparison.Ordinal));
    }

    private static SandboxTrail TrailOfOrganization(bool hidesStatus) => new()
    {
        Name = "organization",
        OwnerAccountId = Management,
        IsOrganizationTrail = true,
        IsMultiRegionTrail = true,
        LogFileValidationEnabled = true,
        HidesStatus = hidesStatus,
        S3BucketName = "organization-trail-logs",
        CloudWatchLogsLogGroupArn = $"arn:aws:logs:us-east-1:{Management}:log-group:organization:*",
    };

    // The bucket is the log archive's, which S3 tells by refusing.
    private static void Replace(SandboxAccount account, SandboxTrail trail)
    {
        account.Regions["us-east-1"].Trails.Clear();
        account.Regions["us-east-1"].Trails.Add(trail);
        account.S3.Buckets.Add(new Bucket { Name = trail.S3BucketName, OwnerAccountId = "555500001111" });
    }

    private static void Notify(SandboxAccount account, string topic)
    {
        foreach (MetricAlarm alarm in account.Regions["us-east-1"].MetricAlarms)
        {
            alarm.AlarmActions.Clear();
            alarm.AlarmActions.Add(topic);
        }
    }

    private static async Task<SandboxSession> OpenAsync(Action<SandboxAccount> arrange)
    {
        var sandbox = await SandboxSession.OpenAsync(new SandboxOptions { Account = "exemplary" });
        sandbox.Server.Account.Change(arrange);
        return sandbox;
    }

    private static async Task<IReadOnlyList<CisFinding>> ScanAsync(Action<SandboxAccount> arrange, Hashtable? parameters = null)
    {
        await using var sandbox = await OpenAsync(arrange);
        var evidence = await sandbox.CollectAsync([.. EvidenceKind.All]);
        var controls = BenchmarkCatalogue.Current.Controls;
        var evaluator = new ControlEvaluator(parameters is null ? ControlParameterSet.Empty : ControlParameterSet.Read(parameters, controls), isStrict: false, listsEachResource: true);
        return [.. controls.SelectMany(control => evaluator.Evaluate(control, evidence))];
    }

    private static (string Status, string ReasonCode) Outcome(IReadOnlyList<CisFinding> findings, string control)
    {
        var finding = findings.Single(each => each.ControlId == control);
        return (finding.Status, finding.ReasonCode);
    }
}
