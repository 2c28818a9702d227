using CisPosture.Accounts;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A topic that alarms may notify.</summary>
/// <param name="Arn">The ARN.</param>
/// <param name="Existence">Whether it is there, and who made it.</param>
internal sealed record LiveTopic(string Arn, SettingReading Existence)
{
    /// <summary>The policy; a missing one where the topic is yet to be made.</summary>
    public SettingReading Policy { get; init; } = SettingReading.Missing;

    /// <summary>The key that messages are encrypted with; null where they are not.</summary>
    public string? KmsKeyId { get; init; }

    public IReadOnlyList<TopicSubscription> Subscriptions { get; init; } = [];

    public bool Exists => Existence.State is not null;
}
