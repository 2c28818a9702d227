using Amazon.CloudTrail.Model;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Whether a trail records all Regions, which takes that it records global services too.</summary>
internal sealed class TrailRegionsSetting : TrailAttributeSetting
{
    public const string Name = "TrailRegions";

    public static RepairState All { get; } = RepairState.Of((nameof(Trail.IsMultiRegionTrail), true), (nameof(Trail.IncludeGlobalServiceEvents), true));

    public override string Kind => Name;

    public static RepairState Of(bool isMultiRegion, bool includesGlobal) =>
        RepairState.Of((nameof(Trail.IsMultiRegionTrail), isMultiRegion), (nameof(Trail.IncludeGlobalServiceEvents), includesGlobal));

    protected override RepairState StateOf(Trail trail) => Of(trail.IsMultiRegionTrail == true, trail.IncludeGlobalServiceEvents == true);

    protected override UpdateTrailRequest With(UpdateTrailRequest request, RepairState state)
    {
        request.IsMultiRegionTrail = state.IsOn(nameof(Trail.IsMultiRegionTrail));
        request.IncludeGlobalServiceEvents = state.IsOn(nameof(Trail.IncludeGlobalServiceEvents));
        return request;
    }
}
