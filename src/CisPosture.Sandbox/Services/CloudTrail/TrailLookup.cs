using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>Finds the trail that a request names, or refuses as CloudTrail does.</summary>
internal static class TrailLookup
{
    /// <summary>All trails with their home Regions.</summary>
    public static IEnumerable<(string Region, Trail Trail)> All(SandboxAccount account) =>
        account.Regions.SelectMany(region => region.Value.Trails, (region, trail) => (region.Key, trail));

    /// <summary>What a Region lists: its own trails, and the shadows of those that record every Region.</summary>
    public static IEnumerable<(string Region, Trail Trail)> VisibleFrom(SandboxAccount account, string region, bool withShadows) =>
        All(account).Where(home => home.Region == region || (withShadows && home.Trail.IsMultiRegionTrail));

    /// <summary>A name means a trail of the request's Region, an ARN one that the ARN's Region has.</summary>
    public static (string Region, Trail Trail) Find(ApiCall call, string nameOrArn)
    {
        var isArn = IsArn(nameOrArn);
        var found = All(call.Account).FirstOrDefault(home => isArn ? Arn(call.Account, home.Region, home.Trail) == nameOrArn : home.Trail.Name == nameOrArn && home.Region == call.Region);
        var reachable = found.Trail is not null && (found.Region == call.Region || found.Trail.IsMultiRegionTrail);
        return reachable ? found : throw TrailErrors.NotFound(call, nameOrArn);
    }

    /// <summary>The trail to be changed, which only its own account can do, and only in the Region where it was made.</summary>
    public static Trail FindToChange(ApiCall call, string nameOrArn)
    {
        var isArn = IsArn(nameOrArn);
        if (!isArn) TrailName.Checked(nameOrArn);
        var (region, trail) = VisibleFrom(call.Account, call.Region, withShadows: true)
            .OrderByDescending(home => home.Region == call.Region)
            .FirstOrDefault(home => isArn ? Arn(call.Account, home.Region, home.Trail) == nameOrArn : home.Trail.Name == nameOrArn);
        if (trail is null) throw TrailErrors.NotFound(call, nameOrArn);
        if (trail.OwnerAccountId is not null) throw TrailErrors.NotManagement();
        return region == call.Region ? trail : throw TrailErrors.NotAtHome(nameOrArn, region);
    }

    /// <summary>Whether a trail is named by its ARN; what looks like an ARN but is not a trail's is refused.</summary>
    public static bool IsArn(string nameOrArn)
    {
        if (!nameOrArn.StartsWith("arn:", StringComparison.Ordinal)) return false;
        return IsTrailArn(nameOrArn) ? true : throw new ApiException("CloudTrailARNInvalidException", $"Invalid trail ARN: {nameOrArn}");
    }

    public static string Arn(SandboxAccount account, string region, Trail trail) =>
        $"arn:{account.Partition}:cloudtrail:{region}:{trail.OwnerAccountId ?? account.AccountId}:trail/{trail.Name}";

    private static bool IsTrailArn(string arn) => arn.Split(':') is { Length: 6 } parts && parts[2] == "cloudtrail" && parts[5].StartsWith("trail/", StringComparison.Ordinal);
}
