using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>A control about a setting that every trail of the account must have; a trail of another account is that account's to answer for.</summary>
internal abstract class TrailSettingControl : TrailControl
{
    protected TrailSettingControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.Trails];

    protected sealed override IEnumerable<Verdict> JudgeTrails(AccountEvidence evidence, IReadOnlyList<TrailAssessment> trails, ControlSettings settings) =>
        trails.Select(trail => trail.IsForeign ? Foreign(trail) : JudgeOwn(evidence, trail, ResourceOf(trail), settings));

    /// <summary>Judges one trail of the own account.</summary>
    protected abstract Verdict JudgeOwn(AccountEvidence evidence, TrailAssessment trail, JudgedResource resource, ControlSettings settings);

    private JudgedResource ResourceOf(TrailAssessment trail) => new(Definition.ResourceType, trail.Trail.Arn, trail.Trail.HomeRegion);

    private Verdict Foreign(TrailAssessment trail) => NotAvailable(
        ResourceOf(trail),
        $"Trail {trail.Trail.Name} belongs to account {trail.OwnerAccountId}, which answers for its settings.",
        ReasonCode.TrailOwnedByOtherAccount) with
    {
        Facts = Facts.Of(
            ("TrailName", trail.Trail.Name),
            ("OwnerAccountId", trail.OwnerAccountId),
            ("IsOrganizationTrail", trail.Trail.IsOrganizationTrail)),
    };
}
