using System.Globalization;
using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>2.4: every trail delivers to a CloudWatch Logs log group; on request it must have done so within a day.</summary>
internal sealed class TrailLogGroupControl : TrailSettingControl
{
    private const string RequireRecentDelivery = nameof(RequireRecentDelivery);

    private static readonly TimeSpan RecentDelivery = TimeSpan.FromHours(24);

    public TrailLogGroupControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => settings.IsOn(RequireRecentDelivery)
        ? [EvidenceKind.Trails, EvidenceKind.TrailStatus, EvidenceKind.TrailLogGroups]
        : [EvidenceKind.Trails];

    public override IReadOnlyList<EvidenceKind> Welcomes(ControlSettings settings) => settings.IsOn(RequireRecentDelivery)
        ? []
        : [EvidenceKind.TrailStatus, EvidenceKind.TrailLogGroups];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 trail delivers to CloudWatch Logs." : $"{count} trails deliver to CloudWatch Logs.";

    protected override Verdict JudgeOwn(AccountEvidence evidence, TrailAssessment trail, JudgedResource resource, ControlSettings settings)
    {
        var delivery = LogGroupDelivery.Of(evidence, trail);
        var verdict = string.IsNullOrEmpty(trail.Trail.CloudWatchLogsLogGroupArn)
            ? Failed(resource, $"Trail {trail.Trail.Name} delivers to no CloudWatch Logs log group.")
            : JudgeIntegrated(trail, delivery, resource, settings.IsOn(RequireRecentDelivery));
        return verdict with { Facts = FactsOf(trail).With(verdict.Facts) };
    }

    private static Verdict JudgeIntegrated(TrailAssessment trail, LogGroupDelivery delivery, JudgedResource resource, bool isRecentRequired)
    {
        var reason = $"Trail {trail.Trail.Name} delivers to a CloudWatch Logs log group.";
        if (!isRecentRequired)
        {
            return Passed(resource, reason) with { Notes = [.. delivery.Notes(RecentDelivery)] };
        }

        if (delivery.IsLogGroupMissing)
        {
            return Failed(resource, $"Trail {trail.Trail.Name} delivers to a log group that does not exist.");
        }

        if (delivery.IsOlderThan(RecentDelivery))
        {
            return Failed(resource, $"Trail {trail.Trail.Name} delivered nothing to CloudWatch Logs in the last {RecentDelivery.TotalHours} hours.");
        }

        return delivery.Gap is { } gap ? Unknown(resource, gap) : Passed(resource, reason) with { Notes = [.. delivery.Notes(RecentDelivery)] };
    }

    private static IReadOnlyDictionary<string, object?> FactsOf(TrailAssessment trail)
    {
        var status = trail.Status.Value;
        return Facts.Of(
            ("TrailName", trail.Trail.Name),
            ("LogGroupArn", string.IsNullOrEmpty(trail.Trail.CloudWatchLogsLogGroupArn) ? null : trail.Trail.CloudWatchLogsLogGroupArn),
            ("LatestDelivery", status?.LatestCloudWatchLogsDeliveryTime?.ToString("o", CultureInfo.InvariantCulture)));
    }
}
