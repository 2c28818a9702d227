using CisPosture.Accounts;

namespace CisPosture.Controls.Trails;

/// <summary>
/// What the evidence says of one trail: who owns it, and whether it records all Regions, is logging and records all management events.
/// <para><see cref="Standing"/> sums up the three. Where it is <see cref="TrailStanding.Undecided"/>, <see cref="Gaps"/> says what could not
/// be read; for a trail of another account (<see cref="IsForeign"/>, an organization trail seen from a member) that is normal, and
/// <see cref="StandingFor"/> answers with the user's TrustOrganizationTrail taken into account.</para>
/// </summary>
internal sealed class TrailAssessment
{
    private readonly ManagementEventReading _events;

    private TrailAssessment(AccountEvidence account, TrailEvidence evidence)
    {
        Trail = evidence.Trail;
        Status = evidence.Status;
        OwnerAccountId = Arn.TryParse(evidence.Trail.Arn, out var arn) ? arn.AccountId : account.AccountId;
        IsForeign = !string.Equals(OwnerAccountId, account.AccountId, StringComparison.Ordinal);
        _events = evidence.EventSelectors.TryGet(out var selectors, out _) ? ManagementEventReading.Of(selectors) : ManagementEventReading.Unknown;
        Gaps = [.. new[] { evidence.Status.Gap, evidence.EventSelectors.Gap }.OfType<EvidenceGap>()];
        Shortcomings = [.. FindShortcomings()];
    }

    /// <summary>The trail as listed.</summary>
    public Trail Trail { get; }

    /// <summary>Its status as read.</summary>
    public Evidence<TrailStatus> Status { get; }

    /// <summary>The account in the trail's ARN.</summary>
    public string OwnerAccountId { get; }

    /// <summary>True for a trail of another account, such as an organization trail seen from a member.</summary>
    public bool IsForeign { get; }

    /// <summary>Whether it is switched on; null where that could not be read.</summary>
    public bool? IsLogging => Status.TryGet(out var status, out _) ? status.IsLogging : null;

    /// <summary>Which management events it records.</summary>
    public ManagementEventCoverage ManagementEvents => _events.Coverage;

    /// <summary>Event sources that it leaves out although it records all other management events.</summary>
    public IReadOnlyList<string> ExcludedEventSources => _events.ExcludedEventSources;

    /// <summary>Why its status or its selectors are unknown.</summary>
    public IReadOnlyList<EvidenceGap> Gaps { get; }

    /// <summary>What it lacks, to follow the trail's name in a sentence: "is not logging".</summary>
    public IReadOnlyList<string> Shortcomings { get; }

    /// <summary>Whether it records everything.</summary>
    public TrailStanding Standing => (Shortcomings.Count, Gaps.Count) switch
    {
        (> 0, _) => TrailStanding.Disqualified,
        (_, > 0) => TrailStanding.Undecided,
        _ => TrailStanding.Qualified,
    };

    /// <summary>Assesses one trail.</summary>
    public static TrailAssessment Of(AccountEvidence account, TrailEvidence trail) => new(account, trail);

    /// <summary>Assesses all trails of an account, in order of their ARNs.</summary>
    public static IReadOnlyList<TrailAssessment> AllOf(AccountEvidence account) =>
        [.. account.Trails.OrderBy(trail => trail.Trail.Arn, StringComparer.Ordinal).Select(trail => Of(account, trail))];

    /// <summary>The standing when the user may have said to trust organization trails as far as a member cannot read them.</summary>
    /// <param name="trustsOrganizationTrail">The control's TrustOrganizationTrail.</param>
    public TrailStanding StandingFor(bool trustsOrganizationTrail) =>
        trustsOrganizationTrail && IsForeign && Trail.IsOrganizationTrail && Standing == TrailStanding.Undecided ? TrailStanding.Qualified : Standing;

    private IEnumerable<string> FindShortcomings()
    {
        if (!Trail.IsMultiRegionTrail)
        {
            yield return "records one Region only";
        }

        if (IsLogging == false)
        {
            yield return "is not logging";
        }

        if (ManagementEvents == ManagementEventCoverage.Partial)
        {
            yield return "does not record all management events";
        }
    }
}
