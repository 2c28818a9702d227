namespace CisPosture.SecurityHub;

/// <summary>Reason codes: those of Security Hub go by their own names, ours bear a mark, so that nobody takes one for the other.</summary>
internal static class AsffReason
{
    private const string Mark = "CISPOSTURE_";

    private static readonly HashSet<string> Theirs = new(StringComparer.Ordinal)
    {
        ReasonCode.MetricFilterNotValid,
        ReasonCode.MetricFiltersNotPresent,
        ReasonCode.MultiRegionTrailNotPresent,
        ReasonCode.TrailRegionInvalid,
        ReasonCode.AlarmActionsNotValid,
        ReasonCode.AlarmsNotPresent,
        ReasonCode.SubscriptionNotPresent,
        ReasonCode.TopicInvalid,
        ReasonCode.TopicCrossAccount,
        ReasonCode.TopicCrossAccountCrossRegion,
        ReasonCode.BucketCrossAccountCrossRegion,
        ReasonCode.EvaluationsEmpty,
        ReasonCode.Throttled,
        ReasonCode.ServiceError,
    };

    public static string Of(string reasonCode) => Theirs.Contains(reasonCode) ? reasonCode : Mark + reasonCode;

    public static string Read(string code) => code.StartsWith(Mark, StringComparison.Ordinal) ? code.Substring(Mark.Length) : code;
}
