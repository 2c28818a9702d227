using CisPosture.Accounts;

namespace CisPosture.Controls.Logging;

/// <summary>2.5: in every Region, AWS Config records all resource types and delivers what it records.</summary>
internal sealed class ConfigRecorderControl : RegionControl
{
    private const string GlobalResourceRegion = nameof(GlobalResourceRegion);

    public ConfigRecorderControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.ConfigRecorders];

    public override string SummarizePassed(int count) => $"AWS Config records all resources in {Wording.Count(count, "Region")}.";

    /// <summary>Whether a Region is asked to record global resource types.</summary>
    internal static bool MustRecordGlobals(string region, ControlSettings settings) => MustRecordGlobals(region, settings.Text(GlobalResourceRegion));

    protected override IEnumerable<Verdict> JudgeRegion(AccountEvidence evidence, RegionEvidence region, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence, region.Region);
        if (!region.ConfigRecorders.TryGet(out var recorders, out var gap))
        {
            return [Unknown(account, gap)];
        }

        var named = settings.Text(GlobalResourceRegion);
        var verdict = JudgeRecorders(account, region, recorders, MustRecordGlobals(region.Region, named));
        return [WithStrict(verdict, JudgeRecorders(account, region, recorders, mustRecordGlobals: MustRecordGlobals(region.Region, string.Empty))) with
        {
            Notes = [.. verdict.Notes, .. NotesOn(evidence, region.Region, named)],
        }];
    }

    // A Region that the user names must record them even if it cannot: otherwise a slip of the pen would excuse every Region.
    private static bool MustRecordGlobals(string region, string named) => string.IsNullOrEmpty(named)
        ? GlobalResourceRegions.CanRecord(region)
        : string.Equals(region, named, StringComparison.OrdinalIgnoreCase);

    // Security Hub sees one Region at a time and asks each for the global types.
    private static Verdict WithStrict(Verdict verdict, Verdict strict) => strict.Status == verdict.Status ? verdict : verdict with { Strict = strict };

    private static Verdict JudgeRecorders(
        JudgedResource account, RegionEvidence region, IReadOnlyList<ConfigRecorder> recorders, bool mustRecordGlobals)
    {
        // Recorders that an AWS service runs for itself show nothing to the customer.
        var own = recorders.Where(recorder => string.IsNullOrEmpty(recorder.ServicePrincipal)).ToList();
        if (own.Count == 0)
        {
            return Failed(account, $"AWS Config has no recorder in {region.Region}.") with
            {
                Notes = recorders.Count == 0 ? [] : [$"Recorders that AWS services run for themselves do not count; this Region has {recorders.Count}."],
            };
        }

        return own
            .Select(recorder => JudgeRecorder(account, region, new RecorderAssessment(recorder, mustRecordGlobals)))
            .OrderBy(verdict => verdict.Status == FindingStatus.Failed)
            .ThenBy(verdict => verdict.Status)
            .First();
    }

    private static Verdict JudgeRecorder(JudgedResource account, RegionEvidence region, RecorderAssessment recorder)
    {
        var channel = region.ConfigDeliveryChannels.Value?.FirstOrDefault(candidate => !string.IsNullOrEmpty(candidate.S3BucketName));
        IReadOnlyList<string> shortcomings = region.ConfigDeliveryChannels.IsKnown && channel is null
            ? [.. recorder.Shortcomings, "has no delivery channel to a bucket"]
            : recorder.Shortcomings;
        var verdict = Decide(account, region, recorder, shortcomings);
        return verdict with { Facts = recorder.Facts.With(("DeliveryBucket", channel?.S3BucketName)).With(verdict.Facts) };
    }

    private static Verdict Decide(JudgedResource account, RegionEvidence region, RecorderAssessment recorder, IReadOnlyList<string> shortcomings)
    {
        if (shortcomings.Count > 0)
        {
            return Failed(account, $"AWS Config in {region.Region} {Wording.Join(shortcomings)}.") with { Notes = recorder.Notes };
        }

        if (region.ConfigDeliveryChannels.Gap is { } gap)
        {
            return Unknown(account, gap);
        }

        return recorder.IsPending
            ? Warning(account, $"AWS Config in {region.Region} was just started; its first result is not known yet.", ReasonCode.Pending)
            : Passed(account, $"AWS Config records all resources in {region.Region}.");
    }

    private static IEnumerable<string> NotesOn(AccountEvidence evidence, string region, string named)
    {
        if (string.IsNullOrEmpty(named))
        {
            if (!GlobalResourceRegions.CanRecord(region))
            {
                yield return "AWS Config cannot record global IAM resource types in this Region, so they are not asked for.";
            }
        }
        else if (!evidence.Regions.Any(candidate => string.Equals(candidate.Region, named, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"Global resource types are left to {named}, which was not read.";
        }
    }
}
