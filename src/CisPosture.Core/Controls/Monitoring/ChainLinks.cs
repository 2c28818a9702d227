using CisPosture.Accounts;
using CisPosture.Controls.Trails;
using CisPosture.FilterPatterns;

namespace CisPosture.Controls.Monitoring;

/// <summary>The links of a path as far as it goes, from the trail to the subscribers.</summary>
internal sealed record ChainLinks
{
    private const string Confirmed = "confirmed";

    public static ChainLinks None { get; } = new();

    public TrailAssessment? Trail { get; init; }

    public TrailLogGroup? LogGroup { get; init; }

    public MetricFilter? Filter { get; init; }

    /// <summary>How the pattern of <see cref="Filter"/> compares, or that of <see cref="ClosestFilter"/>.</summary>
    public PatternComparison? Comparison { get; init; }

    /// <summary>Where no filter matches: the one that comes closest.</summary>
    public MetricFilter? ClosestFilter { get; init; }

    public MetricTransformation? Metric { get; init; }

    public Alarm? Alarm { get; init; }

    /// <summary>What sends the notification where the alarm does not do so itself.</summary>
    public Alarm? CompositeAlarm { get; init; }

    public string? TopicArn { get; init; }

    public IReadOnlyList<TopicSubscription>? Subscriptions { get; init; }

    /// <summary>What a reader should know of the links so far.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public ChainLinks WithNotes(IEnumerable<string> notes) => this with { Notes = [.. Notes, .. notes] };

    public Dictionary<string, object?> ToFacts()
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal);
        Add("Trail", Trail?.Trail.Arn);
        Add("LogGroup", LogGroup?.Arn);
        Add("MetricFilter", Filter?.FilterName);
        Add("FilterPattern", Filter?.FilterPattern);
        Add("ClosestFilter", ClosestFilter?.FilterName);
        Add("ClosestPattern", ClosestFilter?.FilterPattern);
        Add("Differences", ClosestFilter is null ? null : Comparison!.Differences.Select(difference => difference.ToString()).ToArray());
        Add("ReferencePattern", ClosestFilter is null ? null : Comparison!.Reference.Text);
        Add("Metric", Metric is null ? null : $"{Metric.MetricNamespace}/{Metric.MetricName}");
        Add("Alarm", Alarm?.AlarmName);
        Add("CompositeAlarm", CompositeAlarm?.AlarmName);
        Add("Topic", TopicArn);
        Add("Subscribers", Subscriptions?.Select(Describe).ToArray());
        return facts;

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                facts[name] = value;
            }
        }
    }

    // Endpoints stay out of findings: a web hook's address is often its only secret.
    private static string Describe(TopicSubscription subscription) =>
        $"{subscription.Protocol} {(Subscribers.IsConfirmed(subscription) ? Confirmed : subscription.SubscriptionArn)}";
}
