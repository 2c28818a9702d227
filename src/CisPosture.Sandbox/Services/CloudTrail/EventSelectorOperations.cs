using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

internal static class EventSelectorOperations
{
    public static ApiResult GetEventSelectors(ApiCall call)
    {
        var name = call.Input.Required("TrailName");
        var (region, trail) = TrailLookup.Find(call, name);
        if (trail.OwnerAccountId is not null) throw TrailErrors.NotFound(call, name);
        return TrailShapes.Selectors(TrailLookup.Arn(call.Account, region, trail), trail);
    }

    /// <summary>What is given takes the place of all selectors that there were, of either kind.</summary>
    public static ApiResult PutEventSelectors(ApiCall call)
    {
        var trail = TrailLookup.FindToChange(call, call.Input.Required("TrailName"));
        (trail.EventSelectors, trail.AdvancedEventSelectors) = EventSelectorReader.Read(call.Input);
        return TrailShapes.Selectors(TrailLookup.Arn(call.Account, call.Region, trail), trail);
    }
}
