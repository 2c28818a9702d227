using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

internal static class TrailWriteOperations
{
    private const int TrailsOfARegion = 5;

    /// <summary>A new trail is not switched on.</summary>
    public static ApiResult CreateTrail(ApiCall call)
    {
        var name = TrailName.Checked(call.Input.Required("Name"));
        if (TrailLookup.VisibleFrom(call.Account, call.Region, withShadows: true).Any(home => home.Trail.Name == name)) throw new ApiException("TrailAlreadyExistsException", $"Trail {name} already exists for customer: {call.Account.AccountId}");
        var trail = new Trail { Name = name, S3BucketName = call.Input.Required("S3BucketName"), IsLogging = false };
        TrailSettings.Apply(call, trail);
        RefuseTooMany(call, trail);
        TrailTags.Merge(trail.Tags, TrailTags.Asked(call));
        call.RegionState.Trails.Add(trail);
        return TrailShapes.Written(call, call.Region, trail);
    }

    /// <summary>What the request does not mention stays; a log group, role or key that it gives as an empty text goes.</summary>
    public static ApiResult UpdateTrail(ApiCall call)
    {
        var trail = TrailLookup.FindToChange(call, call.Input.Required("Name"));
        var changed = TrailSettings.Copy(trail);
        TrailSettings.Apply(call, changed);
        if (changed.IsMultiRegionTrail && !trail.IsMultiRegionTrail) RefuseTooMany(call, changed);
        TrailSettings.Overwrite(trail, changed);
        return TrailShapes.Written(call, call.Region, trail);
    }

    public static ApiResult DeleteTrail(ApiCall call)
    {
        call.RegionState.Trails.Remove(TrailLookup.FindToChange(call, call.Input.Required("Name")));
        return new Structure();
    }

    public static ApiResult StartLogging(ApiCall call)
    {
        var trail = TrailLookup.FindToChange(call, call.Input.Required("Name"));
        if (!trail.IsLogging) (trail.IsLogging, trail.StartLoggingTime) = (true, call.Now);
        return new Structure();
    }

    public static ApiResult StopLogging(ApiCall call)
    {
        var trail = TrailLookup.FindToChange(call, call.Input.Required("Name"));
        if (trail.IsLogging) (trail.IsLogging, trail.StopLoggingTime) = (false, call.Now);
        return new Structure();
    }

    /// <summary>A trail of all Regions counts in each of them.</summary>
    private static void RefuseTooMany(ApiCall call, Trail trail)
    {
        var regions = trail.IsMultiRegionTrail ? call.Account.Regions.Keys.AsEnumerable() : [call.Region];
        var full = regions.FirstOrDefault(region => TrailLookup.VisibleFrom(call.Account, region, withShadows: true).Count(home => home.Region != call.Region || home.Trail.Name != trail.Name) >= TrailsOfARegion);
        if (full is not null) throw new ApiException("MaximumNumberOfTrailsExceededException", $"User: {call.Account.AccountId} already has {TrailsOfARegion} trails in {full}.");
    }
}
