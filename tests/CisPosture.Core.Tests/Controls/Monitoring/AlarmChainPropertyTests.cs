using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using CsCheck;
using static CisPosture.Core.Tests.Controls.Monitoring.AlarmChains;

namespace CisPosture.Core.Tests.Controls.Monitoring;

/// <summary>Random accounts in which trails, log groups, filters, alarms and topics are wired up anyhow.</summary>
public sealed class AlarmChainPropertyTests
{
    private const string Lambda = "arn:aws:lambda:us-east-1:111122223333:function:notify";

    private static readonly string[] Regions = [Region, OtherRegion];
    private static readonly string[] Topics = [TopicIn(Region), TopicIn(OtherRegion), TopicIn(Region, SampleTrails.ForeignAccountId)];
    private static readonly Gen<bool> Usually = Gen.Int[0, 5].Select(dice => dice > 0);
    private static readonly Gen<bool> Seldom = Gen.Int[0, 5].Select(dice => dice == 0);

    private static readonly Gen<TrailEvidence> AnyTrail =
        Gen.Select(Gen.OneOf<string>(Regions), Usually, Usually, Usually, Gen.OneOf<string>("a", "a", "b", "b", "none", "foreign"), Seldom)
            .Select((region, isMultiRegion, isLogging, isWhole, group, isForeign) => Trail(region, isMultiRegion, isLogging, isWhole, group, isForeign));

    private static readonly Gen<MetricFilter> AnyFilter =
        Gen.Select(Gen.OneOf<string>("a", "b"), Usually, Gen.OneOf<string>("First", "Second").Array[0, 2]).Select((group, isRight, metrics) => new MetricFilter
        {
            FilterName = "filter",
            LogGroupName = group,
            FilterPattern = isRight ? Pattern("3.6") : "{ $.eventName = ConsoleLogin }",
            Transformations = [.. metrics.Select(metric => Metric(metric))],
        });

    private static readonly Gen<Alarm> AnyAlarm =
        Gen.Select(Gen.OneOf<string>("First", "Second"), Usually, Usually, Gen.OneOf<string>([.. Topics, Lambda]).Array[0, 2])
            .Select((metric, isRightNamespace, isEnabled, actions) => Alarm(actions) with
            {
                MetricName = metric,
                Namespace = isRightNamespace ? Namespace : "MyApp",
                ActionsEnabled = isEnabled,
            });

    private static readonly Gen<AccountEvidence> AnyAccount =
        Gen.Select(AnyTrail.Array[0, 3], AnyFilter.Array[0, 4].Array[2], AnyAlarm.Array[0, 4].Array[2], Gen.OneOf<string>("confirmed", "confirmed", "pending", "none", "gone").Array[3])
            .Select((trails, filters, alarms, topics) => Account(trails, filters, alarms, topics));

    [Fact]
    public void A_control_passes_exactly_where_the_links_join_from_a_trail_to_a_subscriber() =>
        AnyAccount.Sample(account => (Status(account) == "Passed") == Joins(account), iter: 5000);

    [Fact]
    public void What_is_kept_from_the_scan_never_turns_a_verdict_into_its_opposite() =>
        Gen.Select(AnyAccount, Gen.Int[0, 2047]).Sample(
            (account, mask) =>
            {
                var seen = Status(Masked(account, mask));
                return seen is "NotAvailable" or "Warning" || seen == Status(account);
            },
            iter: 5000);

    [Fact]
    public void Root_usage_is_judged_the_same_by_1_1_and_3_3() =>
        Gen.Select(AnyAccount, Gen.Int[0, 2047], Gen.Bool).Sample(
            (account, mask, isStrict) =>
            {
                var evidence = Repatterned(Masked(account, mask));
                var root = Judging.JudgeOne("1.1", evidence, isStrict);
                var alarm = Judging.JudgeOne("3.3", evidence, isStrict);
                return (root.Status, root.ReasonCode, root.Reason) == (alarm.Status, alarm.ReasonCode, alarm.Reason) && root.Notes.SequenceEqual(alarm.Notes);
            },
            iter: 1000);

    [Fact]
    public void The_random_accounts_come_out_in_every_way()
    {
        var statuses = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();

        Gen.Select(AnyAccount, Gen.Int[0, 2047]).Sample((account, mask) =>
        {
            statuses.AddOrUpdate(Status(account), 1, (_, count) => count + 1);
            statuses.AddOrUpdate(Status(Masked(account, mask)), 1, (_, count) => count + 1);
        }, iter: 2000);

        Assert.Equal(["Failed", "NotAvailable", "Passed", "Warning"], statuses.Keys.Order(StringComparer.Ordinal));
        Assert.All(statuses, status => Assert.True(status.Value > 20, $"Only {status.Value} accounts are {status.Key}; make the generator more even."));
    }

    private static string Status(AccountEvidence account) => Judging.JudgeOne("3.6", account).Status;

    private static TrailEvidence Trail(string region, bool isMultiRegion, bool isLogging, bool isWhole, string group, bool isForeign)
    {
        var owner = isForeign ? SampleTrails.ForeignAccountId : Judging.AccountId;
        var groupOwner = group == "foreign" ? SampleTrails.ForeignAccountId : Judging.AccountId;
        var trail = SampleTrails.Complete($"{region}-{group}-{isMultiRegion}-{isLogging}-{isWhole}", region, owner) with
        {
            IsMultiRegionTrail = isMultiRegion,
            IsOrganizationTrail = isForeign,
            CloudWatchLogsLogGroupArn = group == "none" ? null : $"arn:aws:logs:{region}:{groupOwner}:log-group:{group}:*",
        };
        return trail.Read(isLogging, SampleTrails.Classic(new EventSelector { ReadWriteType = isWhole ? "All" : "ReadOnly" }));
    }

    private static AccountEvidence Account(TrailEvidence[] trails, MetricFilter[][] filters, Alarm[][] alarms, string[] topics)
    {
        var account = Judging.Account().With([.. trails.DistinctBy(trail => trail.Trail.Arn)])
            .WithFilters(Region, filters[0]).WithFilters(OtherRegion, filters[1])
            .WithAlarms(Region, alarms[0]).WithAlarms(OtherRegion, alarms[1]);
        return Topics.Zip(topics).Aggregate(account, (so, topic) => topic.Second switch
        {
            "confirmed" => so.WithSubscribers(topic.First, Unconfirmed(), Confirmed(topic.First)),
            "pending" => so.WithSubscribers(topic.First, Unconfirmed()),
            "none" => so.WithSubscribers(topic.First),
            _ => so.WithoutSubscribers(new EvidenceGap { ReasonCode = ReasonCode.ServiceError, ErrorCode = "NotFound", Operation = "sns:ListSubscriptionsByTopic" }, topic.First),
        });
    }

    // One bit hides one part of the evidence.
    private static AccountEvidence Masked(AccountEvidence account, int mask)
    {
        var denied = Judging.Denied("any:Operation", Region);
        var masked = account.With([.. account.Trails.Select((trail, index) => trail with
        {
            Status = IsSet(mask, index) ? Evidence.Missing<TrailStatus>(denied) : trail.Status,
            EventSelectors = IsSet(mask, index + 1) ? Evidence.Missing<TrailEventSelectors>(denied) : trail.EventSelectors,
        })]);
        masked = IsSet(mask, 4) ? masked.WithoutFilters(denied) : masked;
        masked = IsSet(mask, 5) ? masked.WithoutFilters(denied, OtherRegion) : masked;
        masked = IsSet(mask, 6) ? masked.WithoutAlarms(denied) : masked;
        masked = IsSet(mask, 7) ? masked.WithoutAlarms(denied, OtherRegion) : masked;
        return Topics.Select((topic, index) => (topic, index)).Where(topic => IsSet(mask, 8 + topic.index)).Aggregate(masked, (so, topic) => so.WithoutSubscribers(denied, topic.topic));
    }

    private static bool IsSet(int mask, int bit) => (mask & (1 << bit)) != 0;

    private static AccountEvidence Repatterned(AccountEvidence account) => account with
    {
        MetricFilters = account.MetricFilters.ToDictionary(
            place => place.Key,
            place => place.Value.TryGet(out var filters, out _)
                ? Evidence.Of<IReadOnlyList<MetricFilter>>([.. filters.Select(filter => filter with { FilterPattern = filter.FilterPattern == Pattern("3.6") ? Pattern("3.3") : filter.FilterPattern })])
                : place.Value),
    };

    private static bool Joins(AccountEvidence account) => (
        from trail in account.Trails
        where trail.Trail.IsMultiRegionTrail && trail.Status.Value!.IsLogging && trail.EventSelectors.Value!.Classic.All(selector => selector.ReadWriteType == "All")
        from region in Regions
        from filter in account.MetricFilters[region].Value!
        where trail.Trail.CloudWatchLogsLogGroupArn == $"arn:aws:logs:{region}:{Judging.AccountId}:log-group:{filter.LogGroupName}:*" && filter.FilterPattern == Pattern("3.6")
        from metric in filter.Transformations
        from alarm in account.Alarms[region].Value!
        where alarm.MetricName == metric.MetricName && alarm.Namespace == metric.MetricNamespace && alarm.ActionsEnabled
        from topic in alarm.AlarmActions
        where account.TopicSubscriptions.ContainsKey(topic) && account.TopicSubscriptions[topic].IsKnown
        from subscription in account.TopicSubscriptions[topic].Value!
        where subscription.SubscriptionArn.StartsWith("arn:", StringComparison.Ordinal)
        select subscription).Any();
}
