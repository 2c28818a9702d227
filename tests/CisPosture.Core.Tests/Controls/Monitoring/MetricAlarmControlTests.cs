using System.Collections;
using CisPosture.Accounts;
using CisPosture.Controls;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Monitoring.AlarmChains;

namespace CisPosture.Core.Tests.Controls.Monitoring;

public sealed class MetricAlarmControlTests
{
    private static readonly Hashtable CheckThreshold = new() { ["CheckAlarmThreshold"] = true };
    private static readonly Hashtable FollowComposites = new() { ["FollowCompositeAlarms"] = true };
    private static readonly Hashtable TrustOrganization = new() { ["TrustOrganizationTrail"] = true };

    public static TheoryData<string, string> EveryControlAndCase()
    {
        var rows = new TheoryData<string, string>();
        foreach (var control in ControlIds)
        {
            foreach (var chain in ChainCases.All)
            {
                rows.Add(control, chain.Name);
            }
        }

        return rows;
    }

    public static TheoryData<string> EveryControl() => [.. ControlIds];

    public static TheoryData<string> EveryCase() => [.. ChainCases.All.Select(chain => chain.Name)];

    [Theory]
    [MemberData(nameof(EveryControlAndCase))]
    public void A_chain_is_judged_as_the_table_says_in_both_modes(string control, string name)
    {
        var chain = ChainCases.Find(name);
        var account = chain.Account(control);

        var finding = Judging.JudgeOne(control, account);
        var strict = Judging.JudgeOne(control, account, strict: true);

        Assert.Equal((chain.Status, chain.ReasonCode), (finding.Status, finding.ReasonCode));
        Assert.Equal(chain.Strict, (strict.Status, strict.ReasonCode));
    }

    [Theory]
    [MemberData(nameof(EveryCase))]
    public void A_finding_says_what_the_other_mode_would_have_said(string name)
    {
        var chain = ChainCases.Find(name);
        var differs = chain.Strict != (chain.Status, chain.ReasonCode);

        var notes = Judging.JudgeOne("3.5", chain.Account("3.5")).Notes;

        Assert.Equal(differs, notes.Contains($"Strict Security Hub mode: {chain.Strict.Status} {chain.Strict.ReasonCode}."));
    }

    [Theory]
    [MemberData(nameof(EveryCase))]
    public void A_finding_is_about_the_account_in_its_home_Region_and_reads_as_one_sentence(string name)
    {
        var finding = Judging.JudgeOne("3.4", ChainCases.Find(name).Account("3.4"));

        Assert.Equal(("AwsAccount", $"AWS::::Account:{Judging.AccountId}", "us-east-1"), (finding.ResourceType, finding.ResourceId, finding.Region));
        Assert.Matches(@"^[A-Z].*[^.]\.$", finding.Reason);
        Assert.DoesNotContain("  ", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(finding.Status == "Failed" ? "Repair-CisMetricAlarm" : null, finding.RepairCommand);
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void The_controls_have_no_Config_rule_and_need_what_the_audit_reads(string control)
    {
        var definition = BenchmarkCatalogue.Current[control];
        var evaluator = new ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false);

        Assert.Null(definition.ConfigRule);
        Assert.Equal(
            [
                "cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors", "cloudtrail:GetTrailStatus", "cloudwatch:DescribeAlarms",
                "ec2:DescribeRegions", "logs:DescribeMetricFilters", "sns:ListSubscriptionsByTopic",
            ],
            evaluator.Needs(definition).SelectMany(kind => kind.Permissions).Order(StringComparer.Ordinal));
        Assert.Contains(EvidenceKind.TrailLogGroups, evaluator.Reads(definition));
    }

    [Fact]
    public void A_complete_chain_tells_all_its_links()
    {
        var finding = Judging.JudgeOne("3.5", Complete("3.5"));

        Assert.Equal("Metric filter cis-filter feeds alarm cis-alarm, which notifies 1 confirmed subscriber of topic cis-alarms.", finding.Reason);
        Assert.Equal(SampleTrails.Complete().Arn, finding.Evidence["Trail"]);
        Assert.Equal("arn:aws:logs:us-east-1:111122223333:log-group:aws-cloudtrail-logs/everything", finding.Evidence["LogGroup"]);
        Assert.Equal("cis-filter", finding.Evidence["MetricFilter"]);
        Assert.Equal(Pattern("3.5"), finding.Evidence["FilterPattern"]);
        Assert.Equal("LogMetrics/CisEvents", finding.Evidence["Metric"]);
        Assert.Equal("cis-alarm", finding.Evidence["Alarm"]);
        Assert.Equal(Topic, finding.Evidence["Topic"]);
        Assert.Equal(["email confirmed"], (string[])finding.Evidence["Subscribers"]!);
    }

    [Fact]
    public void Endpoints_of_subscribers_stay_out_of_findings()
    {
        var hook = Confirmed(Topic, "https") with { Endpoint = "https://hooks.example.com/T0/B0/very-secret" };
        var finding = Judging.JudgeOne("3.5", Complete("3.5").WithSubscribers(Topic, hook, Unconfirmed()));

        Assert.Equal(["https confirmed", "email PendingConfirmation"], (string[])finding.Evidence["Subscribers"]!);
        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize(finding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws-cn", "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    public void A_topic_of_any_partition_counts(string partition, string region)
    {
        var trail = SampleTrails.Complete(homeRegion: region);
        var topic = $"arn:{partition}:sns:{region}:{Judging.AccountId}:cis-alarms";
        var account = Judging.Account(partition, region).With(trail.Read())
            .WithFilters(region, Filter(trail, Pattern("3.5"))).WithAlarms(region, Alarm(topic)).WithSubscribers(topic, Confirmed(topic));

        Assert.Equal("Passed", Judging.JudgeOne("3.5", account).Status);
        Assert.Equal("Passed", Judging.JudgeOne("3.5", account, strict: true).Status);
    }

    [Fact]
    public void Several_trails_without_merit_are_told_one_by_one()
    {
        var account = Judging.Account().With(
            (SampleTrails.Complete("regional") with { IsMultiRegionTrail = false }).Read(),
            SampleTrails.Complete("stopped").Read(isLogging: false));

        var finding = Judging.JudgeOne("3.5", account);

        Assert.Equal("None of the 2 trails covers all Regions, is logging and records all management events.", finding.Reason);
        Assert.Equal(["Trail regional records one Region only.", "Trail stopped is not logging."], finding.Notes);
    }

    [Fact]
    public void A_trail_without_a_log_group_points_to_control_2_4()
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find("trail without a log group").Account("3.5"));

        Assert.Equal("Trail everything does not deliver to CloudWatch Logs.", finding.Reason);
        Assert.Contains(finding.Notes, note => note.Contains("2.4", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_log_group_is_told()
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find("log group deleted").Account("3.5"));

        Assert.Equal(["Log group aws-cloudtrail-logs/everything was deleted; the trail delivers to it no more."], finding.Notes);
    }

    [Fact]
    public void The_right_filter_in_a_log_group_that_nothing_feeds_is_hinted_at()
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find("right filter in a log group that no trail feeds").Account("3.5"));

        Assert.Equal(["Metric filter cis-filter matches, but no qualifying trail feeds its log group /app/web in us-east-1."], finding.Notes);
    }

    [Fact]
    public void The_right_filter_under_a_stopped_trail_is_hinted_at()
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find("stopped trail").Account("3.5"));

        Assert.Equal("The only trail, everything, is not logging.", finding.Reason);
        Assert.Equal(["Metric filter cis-filter matches, but no qualifying trail feeds its log group aws-cloudtrail-logs/everything in us-east-1."], finding.Notes);
    }

    [Fact]
    public void The_closest_filter_is_told_with_its_difference()
    {
        const string lacking = "{($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging)}";
        var trail = SampleTrails.Complete();
        var account = Complete("3.5").WithFilters(Region, Filter(trail, "{ $.a = b }", "far"), Filter(trail, lacking, "near"), Filter(trail, "ERROR", "text"));

        var finding = Judging.JudgeOne("3.5", account);

        Assert.Equal("None of the 3 metric filters of log group aws-cloudtrail-logs/everything matches the benchmark's pattern.", finding.Reason);
        Assert.Equal(["Closest is metric filter near: missing: $.eventName = StopLogging."], finding.Notes);
        Assert.Equal(("near", lacking), (finding.Evidence["ClosestFilter"], finding.Evidence["ClosestPattern"]));
        Assert.Equal(["missing: $.eventName = StopLogging"], (string[])finding.Evidence["Differences"]!);
        Assert.Equal(Pattern("3.5"), finding.Evidence["ReferencePattern"]);
    }

    [Fact]
    public void Many_differences_are_counted_rather_than_listed_in_a_note()
    {
        var finding = Judging.JudgeOne("3.4", ChainCases.Find("other metric filters only").Account("3.4"));

        Assert.Matches("and [0-9]+ more\\.$", Assert.Single(finding.Notes));
        Assert.True(((string[])finding.Evidence["Differences"]!).Length > 10);
    }

    [Theory]
    [InlineData("alarm on the same name in another namespace", "Alarm cis-alarm watches CisEvents in namespace MyApp, not in LogMetrics.")]
    [InlineData("alarm in another Region", "Alarm cis-alarm is in eu-west-1 and sees only the metrics of that Region; the filter writes in us-east-1.")]
    [InlineData("alarm with a dimension, filter without", "Alarm cis-alarm watches the metric with other dimensions than the filter writes.")]
    public void An_alarm_that_misses_the_metric_by_a_little_is_hinted_at(string name, string note)
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find(name).Account("3.5"));

        Assert.Contains(note, finding.Notes);
        Assert.Equal("No alarm in us-east-1 watches LogMetrics/CisEvents, the metric of filter cis-filter.", finding.Reason);
    }

    [Fact]
    public void A_metric_that_is_split_by_the_dimensions_that_the_alarm_watches_passes_with_a_note()
    {
        var account = Complete("3.5")
            .Filters(filter => filter with { Transformations = [Metric() with { Dimensions = ["eventName"] }] })
            .Alarms(alarm => alarm with { Dimensions = ["eventName"] });

        var finding = Judging.JudgeOne("3.5", account);

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("The metric is split by eventName, and alarm cis-alarm watches one part of it only.", finding.Notes);
    }

    [Theory]
    [InlineData("actions switched off", "The actions of alarm cis-alarm are switched off.")]
    [InlineData("alarm without actions, as where it has OK actions only", "Alarm cis-alarm does nothing when it fires.")]
    [InlineData("only a Lambda action", "Alarm cis-alarm notifies no SNS topic when it fires.")]
    [InlineData("topic gone", "Topic cis-alarms, which alarm cis-alarm notifies, does not exist.")]
    [InlineData("no subscriber", "Topic cis-alarms has no subscriber.")]
    [InlineData("only a pending subscriber", "Topic cis-alarms has no confirmed subscriber among 1.")]
    [InlineData("topic of another account, listing denied", "Topic cis-alarms of account 999988887777 does not show its subscribers from here.")]
    [InlineData("topic of another Region, listing denied", "Topic cis-alarms of this account in eu-west-1 does not show its subscribers from here.")]
    [InlineData("log group of another account", "Trail everything and its log group belong to account 999988887777, which answers for filters and alarms.")]
    public void The_reason_names_the_link_that_is_missing(string name, string reason) =>
        Assert.Equal(reason, Judging.JudgeOne("3.5", ChainCases.Find(name).Account("3.5")).Reason);

    [Fact]
    public void A_pending_subscriber_is_told_to_be_confirmed()
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find("only a pending subscriber").Account("3.5"));

        Assert.Contains("Confirm the mail that AWS sent to the pending subscriber, then scan again.", finding.Notes);
        Assert.DoesNotContain(Judging.JudgeOne("3.5", ChainCases.Find("only a deleted subscriber").Account("3.5")).Notes, note => note.Contains("Confirm", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("metric filters denied", "logs:DescribeMetricFilters")]
    [InlineData("alarms denied", "cloudwatch:DescribeAlarms")]
    [InlineData("subscribers denied", "sns:ListSubscriptionsByTopic")]
    [InlineData("trail status denied", "cloudtrail:GetTrailStatus")]
    [InlineData("event selectors denied", "cloudtrail:GetEventSelectors")]
    [InlineData("trails denied everywhere", "cloudtrail:DescribeTrails")]
    public void A_denied_read_names_the_permission_and_keeps_the_links_so_far(string name, string permission)
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find(name).Account("3.5"));

        Assert.Equal(permission, finding.Evidence["MissingPermission"]);
        Assert.Equal(name != "trails denied everywhere", finding.Evidence.ContainsKey("Trail"));
        Assert.Contains(permission, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_of_which_nothing_was_collected_has_a_finding_all_the_same() =>
        Assert.Equal(("NotAvailable", ReasonCode.NotCollected), Verdict(Judging.JudgeOne("3.5", Judging.Account())));

    [Fact]
    public void Unread_Regions_turn_a_failure_into_a_warning_that_keeps_what_was_found()
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find("some Regions did not list their trails, no alarm").Account("3.5"));

        Assert.Equal("No trail that could be seen leads to a subscriber, and the trails of eu-west-1 could not be listed.", finding.Reason);
        Assert.Contains("As far as trails could be listed: No alarm in us-east-1 watches LogMetrics/CisEvents, the metric of filter cis-filter.", finding.Notes);
    }

    [Fact]
    public void An_own_trail_that_leads_nowhere_is_noted_beside_one_out_of_sight()
    {
        var finding = Judging.JudgeOne("3.5", ChainCases.Find("organization trail of another account and an own trail that leads nowhere").Account("3.5"));

        Assert.Contains("Of what could be seen: No alarm in us-east-1 watches LogMetrics/CisEvents, the metric of filter cis-filter.", finding.Notes);
    }

    [Fact]
    public void A_trusted_organization_trail_passes_with_a_note()
    {
        var account = ChainCases.Find("unread organization trail that delivers to an own log group").Account("3.5");

        var finding = Judging.JudgeOne("3.5", account, parameters: TrustOrganization);

        Assert.Equal(("Passed", ReasonCode.Compliant), Verdict(finding));
        Assert.Contains(finding.Notes, note => note.Contains("TrustOrganizationTrail", StringComparison.Ordinal));
    }

    [Fact]
    public void Trust_in_organization_trails_does_not_show_what_lies_in_another_account() =>
        Assert.Equal(
            ("Warning", ReasonCode.LogGroupCrossAccount),
            Verdict(Judging.JudgeOne("3.5", ChainCases.Find("organization trail of another account").Account("3.5"), parameters: TrustOrganization)));

    [Fact]
    public void Of_two_broken_paths_the_one_that_got_further_is_told()
    {
        var account = Complete("3.5").With((SampleTrails.Complete("a") with { CloudWatchLogsLogGroupArn = null }).Read(), SampleTrails.Complete().Read()).WithSubscribers(Topic);

        Assert.Equal(ReasonCode.SubscriptionNotPresent, Judging.JudgeOne("3.5", account).ReasonCode);
    }

    [Fact]
    public void Event_sources_that_a_trail_leaves_out_are_noted_where_the_pattern_watches_them()
    {
        var selectors = SampleTrails.Classic(new EventSelector { ExcludeManagementEventSources = ["kms.amazonaws.com"] });

        AccountEvidence Excluding(string control) => Complete(control).Trails(trail => trail.Trail.Read(selectors: selectors));

        Assert.Contains(
            "Trail everything leaves out the events of kms.amazonaws.com, so no metric filter will ever see them.",
            Judging.JudgeOne("3.7", Excluding("3.7")).Notes);
        Assert.Empty(Judging.JudgeOne("3.6", Excluding("3.6")).Notes);
    }

    [Fact]
    public void A_delivery_error_to_the_log_group_is_noted()
    {
        var status = SampleTrails.LoggingStatus() with { LatestCloudWatchLogsDeliveryError = "AccessDenied" };
        var finding = Judging.JudgeOne("3.6", Complete("3.6").Trails(trail => trail with { Status = Evidence.Of(status) }));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(["Trail everything last failed to deliver to CloudWatch Logs: AccessDenied."], finding.Notes);
    }

    [Theory]
    [InlineData("GreaterThanOrEqualToThreshold", 1.0, "Sum", false)]
    [InlineData("GreaterThanThreshold", 0.0, "Sum", false)]
    [InlineData("GreaterThanOrEqualToThreshold", 1.0, "SampleCount", false)]
    [InlineData("GreaterThanOrEqualToThreshold", 5.0, "Sum", true)]
    [InlineData("GreaterThanThreshold", 1.0, "Sum", true)]
    [InlineData("GreaterThanOrEqualToThreshold", 0.0, "Sum", true)]
    [InlineData("LessThanThreshold", 1.0, "Sum", true)]
    [InlineData("GreaterThanOrEqualToThreshold", 1.0, "Average", true)]
    [InlineData("GreaterThanOrEqualToThreshold", 1.0, null, true)]
    [InlineData("GreaterThanUpperThreshold", null, "Sum", true)]
    public void An_odd_threshold_is_noted_and_fails_on_request(string comparison, double? threshold, string? statistic, bool isOdd)
    {
        var account = Complete("3.6").Alarms(alarm => alarm with { ComparisonOperator = comparison, Threshold = threshold, Statistic = statistic });

        var finding = Judging.JudgeOne("3.6", account);

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(isOdd, finding.Notes.Any(note => note.StartsWith("Alarm cis-alarm fires at", StringComparison.Ordinal)));
        Assert.Equal(isOdd ? ("Failed", ReasonCode.NonCompliant) : ("Passed", ReasonCode.Compliant), Verdict(Judging.JudgeOne("3.6", account, parameters: CheckThreshold)));
    }

    [Theory]
    [InlineData("1", "Sum", false)]
    [InlineData("1.0", "Sum", false)]
    [InlineData(null, "Sum", false)]
    [InlineData("0", "SampleCount", false)]
    [InlineData("0", "Sum", true)]
    [InlineData("$.value", "Sum", true)]
    public void A_filter_that_adds_less_than_one_for_an_event_is_noted(string? value, string statistic, bool isOdd)
    {
        var account = Complete("3.6").Filters(filter => filter with { Transformations = [Metric() with { MetricValue = value }] }).Alarms(alarm => alarm with { Statistic = statistic });

        Assert.Equal(isOdd, Judging.JudgeOne("3.6", account).Notes.Count > 0);
        Assert.Equal(isOdd ? "Failed" : "Passed", Judging.JudgeOne("3.6", account, parameters: CheckThreshold).Status);
    }

    [Fact]
    public void An_alarm_with_an_odd_threshold_does_not_hide_a_good_one()
    {
        var account = Complete("3.6").WithAlarms(Region, Alarm(Topic) with { Threshold = 100 }, Alarm(Topic) with { AlarmName = "good" });

        Assert.Equal("good", Judging.JudgeOne("3.6", account).Evidence["Alarm"]);
        Assert.Equal("Passed", Judging.JudgeOne("3.6", account, parameters: CheckThreshold).Status);
    }

    [Fact]
    public void An_odd_threshold_fails_on_request_even_where_subscribers_cannot_be_listed() =>
        Assert.Equal(
            ("Failed", ReasonCode.NonCompliant),
            Verdict(Judging.JudgeOne("3.6", Complete("3.6").Alarms(alarm => alarm with { Threshold = 9 }).WithoutSubscribers(ChainCases.DeniedSubscribers), parameters: CheckThreshold)));

    [Theory]
    [InlineData("ALARM(\"cis-alarm\")", "Passed")]
    [InlineData("ALARM(cis-alarm) OR ALARM(other)", "Passed")]
    [InlineData("ALARM(\"arn:aws:cloudwatch:us-east-1:111122223333:alarm:cis-alarm\") AND NOT ALARM(maintenance)", "Passed")]
    [InlineData("ALARM(cis-alarm) AND ALARM(other)", "Failed")]
    [InlineData("ALARM(other)", "Failed")]
    [InlineData("TRUE", "Failed")]
    [InlineData("NOT ALARM(cis-alarm)", "Failed")]
    [InlineData("no rule at all (", "Failed")]
    public void A_composite_alarm_counts_on_request_where_the_alarm_alone_makes_it_fire(string rule, string expected)
    {
        var account = Complete("3.6").WithAlarms(Region, Alarm(), Composite("composite", rule, Topic));

        Assert.Equal(("Failed", ReasonCode.AlarmActionsNotValid), Verdict(Judging.JudgeOne("3.6", account)));
        Assert.Equal(expected, Judging.JudgeOne("3.6", account, parameters: FollowComposites).Status);
    }

    [Fact]
    public void A_composite_alarm_may_fire_through_another()
    {
        var account = Complete("3.6").WithAlarms(Region, Composite("outer", "ALARM(inner)", Topic), Alarm(), Composite("inner", "ALARM(cis-alarm)"));

        var finding = Judging.JudgeOne("3.6", account, parameters: FollowComposites);

        Assert.Equal("Passed", finding.Status);
        Assert.Equal("outer", finding.Evidence["CompositeAlarm"]);
    }

    [Fact]
    public void A_composite_alarm_that_would_count_is_hinted_at()
    {
        var account = Complete("3.6").WithAlarms(Region, Alarm(), Composite("composite", "ALARM(cis-alarm)", Topic));

        Assert.Equal(["Composite alarm composite fires with it and notifies a topic; FollowCompositeAlarms accepts that."], Judging.JudgeOne("3.6", account).Notes);
    }

    [Fact]
    public void A_composite_alarm_with_its_actions_switched_off_does_not_count()
    {
        var account = Complete("3.6").WithAlarms(Region, Alarm(), Composite("composite", "ALARM(cis-alarm)", Topic) with { ActionsEnabled = false });

        Assert.Equal("Failed", Judging.JudgeOne("3.6", account, parameters: FollowComposites).Status);
    }

    [Fact]
    public void Folding_leaves_account_findings_as_they_are()
    {
        var finding = Judging.JudgeOne("3.5", Complete("3.5"), each: false);

        Assert.Equal(("Passed", "cis-filter"), (finding.Status, finding.Evidence["MetricFilter"]));
    }

    private static (string Status, string ReasonCode) Verdict(CisFinding finding) => (finding.Status, finding.ReasonCode);
}
