namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of alarm chains.</summary>
internal sealed record MetricAlarmOptions : RepairOptions
{
    /// <summary>The name of the topic that is made where none is named.</summary>
    public const string DefaultTopicName = "CisPosture-Alarms";

    /// <summary>A topic that exists; null to make one.</summary>
    public string? TopicArn { get; init; }

    /// <summary>The name of the topic to make.</summary>
    public string TopicName { get; init; } = DefaultTopicName;

    /// <summary>How the subscriber is told: email, sms, https, sqs, lambda …</summary>
    public string SubscriberProtocol { get; init; } = "email";

    /// <summary>Who is told: an address of the protocol's kind; null to subscribe nobody.</summary>
    public string? SubscriberEndpoint { get; init; }
}
