using Amazon.CloudTrail.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Something of a trail that UpdateTrail changes, and leaves alone where the request says nothing of it. Changed only from the trail's home Region.</summary>
internal abstract class TrailAttributeSetting : Setting
{
    public RepairTarget Target(string homeRegion, string trailArn) => new(Kind, homeRegion, trailArn);

    public sealed override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            Operations.DescribeTrails,
            target.Region,
            cancellation => context.Clients.CloudTrail(target.Region).DescribeTrailsAsync(new DescribeTrailsRequest { TrailNameList = [target.ResourceId] }, cancellation)).ConfigureAwait(false);
        return answer.TrailList.OrEmpty().FirstOrDefault(trail => trail.TrailARN == target.ResourceId) is { } trail ? new SettingReading(StateOf(trail)) : SettingReading.Missing;
    }

    public sealed override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => SettingChange.Of(
        RepairOperations.UpdateTrail,
        With(new UpdateTrailRequest { Name = target.ResourceId }, to ?? RepairState.Empty),
        (clients, request, cancellation) => clients.CloudTrail(target.Region).UpdateTrailAsync(request, cancellation)) with { PropagationErrors = PropagationErrors };

    protected virtual IReadOnlyList<string> PropagationErrors => [];

    protected abstract RepairState StateOf(Trail trail);

    protected abstract UpdateTrailRequest With(UpdateTrailRequest request, RepairState state);
}
