using System.Globalization;
using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>How well a trail's delivery to its log group works, as far as that was read.</summary>
internal sealed class LogGroupDelivery
{
    private readonly TrailAssessment _trail;
    private readonly DateTimeOffset _now;
    private readonly TrailLogGroup? _group;
    private readonly Evidence<bool>? _exists;

    private LogGroupDelivery(AccountEvidence account, TrailAssessment trail)
    {
        _trail = trail;
        _now = account.ObservedAt;
        _group = TrailLogGroup.Of(trail.Trail);

        // A log group of another account cannot be looked up from here; only the delivery tells of it.
        if (_group?.AccountId == account.AccountId)
        {
            _exists = account.TrailLogGroups.TryGetValue(_group.Arn, out var exists) ? exists : Evidence<bool>.NotCollected;
        }
    }

    /// <summary>True where the log group is known not to exist.</summary>
    public bool IsLogGroupMissing => _exists is { IsKnown: true, Value: false };

    /// <summary>Why the delivery, or the log group, is unknown.</summary>
    public EvidenceGap? Gap => _trail.Status.Gap ?? _exists?.Gap;

    public static LogGroupDelivery Of(AccountEvidence account, TrailAssessment trail) => new(account, trail);

    /// <summary>True where the last delivery is known to be older, or never to have happened.</summary>
    public bool IsOlderThan(TimeSpan age) =>
        _trail.Status.TryGet(out var status, out _)
        && (status.LatestCloudWatchLogsDeliveryTime is not { } delivered || _now - delivered > age);

    /// <summary>What a reader should know of a delivery that the control does not judge.</summary>
    public IEnumerable<string> Notes(TimeSpan recent)
    {
        if (IsLogGroupMissing)
        {
            yield return $"Log group {_group!.Name} does not exist, so nothing is delivered.";
        }

        if (_group is not null && _group.AccountId != _trail.OwnerAccountId)
        {
            yield return $"The log group belongs to account {_group.AccountId}.";
        }

        if (IsOlderThan(recent))
        {
            yield return LatestDelivery is { } delivered
                ? $"The last delivery to CloudWatch Logs was {delivered.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC."
                : "Nothing was ever delivered to CloudWatch Logs.";
        }

        if (_trail.Status.Value is { LatestCloudWatchLogsDeliveryError: { Length: > 0 } error })
        {
            yield return $"The last delivery to CloudWatch Logs failed: {error.TrimEnd('.')}.";
        }
    }

    private DateTimeOffset? LatestDelivery => _trail.Status.Value?.LatestCloudWatchLogsDeliveryTime?.ToUniversalTime();
}
