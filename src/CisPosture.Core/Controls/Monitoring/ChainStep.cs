namespace CisPosture.Controls.Monitoring;

/// <summary>Where a path from a trail to a subscriber ends, in the order in which a path goes.</summary>
internal enum ChainStep
{
    /// <summary>No trail records everything.</summary>
    Trail,

    /// <summary>The trail's log group.</summary>
    LogGroup,

    /// <summary>The metric filters of the log group.</summary>
    MetricFilters,

    /// <summary>A metric filter with the right pattern.</summary>
    MatchingFilter,

    /// <summary>An alarm on the filter's metric.</summary>
    Alarm,

    /// <summary>The alarm's threshold.</summary>
    Threshold,

    /// <summary>The alarm's notification of an SNS topic.</summary>
    AlarmAction,

    /// <summary>The topic.</summary>
    Topic,

    /// <summary>A confirmed subscriber of the topic.</summary>
    Subscriber,
}
