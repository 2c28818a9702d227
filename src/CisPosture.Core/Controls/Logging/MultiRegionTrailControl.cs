using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>2.1: one trail at least records all Regions, is logging and records all management events.</summary>
internal sealed class MultiRegionTrailControl : Control
{
    private const string TrustOrganizationTrail = nameof(TrustOrganizationTrail);

    public MultiRegionTrailControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) =>
        [EvidenceKind.Trails, EvidenceKind.TrailStatus, EvidenceKind.TrailEventSelectors];

    public override IEnumerable<Verdict> Judge(AccountEvidence evidence, ControlSettings settings) => [JudgeAccount(evidence, settings)];

    public override string SummarizePassed(int count) => "A trail records the management events of all Regions.";

    private static Verdict JudgeAccount(AccountEvidence evidence, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence);
        var visibility = TrailVisibility.Of(evidence);
        if (visibility.IsBlind)
        {
            return TrailVerdict.Blind(account, visibility);
        }

        var trails = TrailAssessment.AllOf(evidence);
        var verdict = FirstQualified(account, trails)
            ?? FirstTrusted(account, trails, settings.IsOn(TrustOrganizationTrail))
            ?? FirstUndecided(account, trails);
        if (verdict is not null)
        {
            return verdict;
        }

        return visibility.IsPartial
            ? TrailVerdict.Partial(account, visibility, "no complete trail was seen elsewhere")
            : Incomplete(account, trails);
    }

    private static Verdict? FirstQualified(JudgedResource account, IReadOnlyList<TrailAssessment> trails)
    {
        var best = trails
            .Where(trail => trail.Standing == TrailStanding.Qualified)
            .OrderByDescending(trail => trail.ManagementEvents)
            .ThenBy(trail => trail.IsForeign)
            .FirstOrDefault();
        return best is null
            ? null
            : Passed(account, $"Trail {best.Trail.Name} records the management events of all Regions.") with
            {
                Facts = FactsOf(best),
                Notes = [.. NotesOn(best)],
            };
    }

    private static Verdict? FirstTrusted(JudgedResource account, IReadOnlyList<TrailAssessment> trails, bool isTrusting)
    {
        var trusted = trails.FirstOrDefault(trail => trail.StandingFor(isTrusting) == TrailStanding.Qualified);
        return trusted is null
            ? null
            : Passed(account, $"Organization trail {trusted.Trail.Name} of account {trusted.OwnerAccountId} is trusted to record all Regions.") with
            {
                Facts = FactsOf(trusted),
                Notes = [$"{TrustOrganizationTrail} is on: {OperationsIn(trusted)} could not be read from this account.", .. NotesOn(trusted)],
            };
    }

    // A trail of the own account comes first: its gap can be closed from here.
    private static Verdict? FirstUndecided(JudgedResource account, IReadOnlyList<TrailAssessment> trails)
    {
        var undecided = trails.Where(trail => trail.Standing == TrailStanding.Undecided).OrderBy(trail => trail.IsForeign).FirstOrDefault();
        if (undecided is null)
        {
            return null;
        }

        return undecided.IsForeign ? Unreadable(account, undecided) : UnknownTrail(account, undecided);
    }

    private static Verdict UnknownTrail(JudgedResource account, TrailAssessment trail)
    {
        var verdict = Unknown(account, trail.Gaps[0]);
        return verdict with { Facts = FactsOf(trail).With(verdict.Facts) };
    }

    private static Verdict Unreadable(JudgedResource account, TrailAssessment trail) => Warning(
        account,
        $"Organization trail {trail.Trail.Name} of account {trail.OwnerAccountId} cannot be read from this account.",
        ReasonCode.OrganizationTrailNotReadable) with
    {
        Facts = FactsOf(trail),
        Notes = [$"{OperationsIn(trail)} could not be read; scan account {trail.OwnerAccountId}, or set {TrustOrganizationTrail}."],
    };

    private static Verdict Incomplete(JudgedResource account, IReadOnlyList<TrailAssessment> trails)
    {
        if (trails.Count == 0)
        {
            return Failed(account, "The account has no trail.", ReasonCode.MultiRegionTrailNotPresent);
        }

        var closest = trails.OrderBy(trail => trail.Shortcomings.Count).First();
        var lead = trails.Count == 1 ? "Trail" : $"None of {trails.Count} trails records everything; the closest,";
        var comma = trails.Count == 1 ? string.Empty : ",";
        return Failed(account, $"{lead} {closest.Trail.Name}{comma} {Wording.Join(closest.Shortcomings)}.", ReasonCode.MultiRegionTrailNotPresent) with
        {
            Facts = FactsOf(closest).With(
                ("Trails", trails.Select(trail => $"{trail.Trail.Arn} {Wording.Join(trail.Shortcomings)}").ToArray())),
        };
    }

    private static IReadOnlyDictionary<string, object?> FactsOf(TrailAssessment trail) => Facts.Of(
        ("TrailArn", trail.Trail.Arn),
        ("TrailHomeRegion", trail.Trail.HomeRegion),
        ("IsMultiRegionTrail", trail.Trail.IsMultiRegionTrail),
        ("IsOrganizationTrail", trail.Trail.IsOrganizationTrail),
        ("IsLogging", trail.IsLogging),
        ("ManagementEvents", trail.ManagementEvents.ToString()),
        ("ExcludedEventSources", trail.ExcludedEventSources.Count == 0 ? null : trail.ExcludedEventSources.ToArray()));

    private static IEnumerable<string> NotesOn(TrailAssessment trail)
    {
        if (trail.ExcludedEventSources.Count > 0)
        {
            yield return $"The trail leaves out events of {Wording.Join(trail.ExcludedEventSources)}; AWS Config has failed such trails since November 2021.";
        }

        if (trail.Status.TryGet(out var status, out _) && !string.IsNullOrEmpty(status.LatestDeliveryError))
        {
            yield return string.Equals(status.LatestDeliveryError, "NoSuchBucket", StringComparison.Ordinal)
                ? $"The trail's bucket {trail.Trail.S3BucketName} does not exist, so nothing is delivered."
                : $"The last delivery to bucket {trail.Trail.S3BucketName} failed: {status.LatestDeliveryError}.";
        }
    }

    private static string OperationsIn(TrailAssessment trail) => Wording.Join([.. trail.Gaps.Select(gap => gap.Operation ?? gap.ReasonCode)]);
}
