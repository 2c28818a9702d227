using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

internal static class RegionOperations
{
    private static readonly Dictionary<string, Func<AnsweredRegion, IEnumerable<string?>>> Filters = new(StringComparer.Ordinal)
    {
        ["region-name"] = region => [region.Name],
        ["endpoint"] = region => [region.Endpoint],
        ["opt-in-status"] = region => [region.OptInStatus],
    };

    public static ApiResult DescribeRegions(ApiCall call)
    {
        var all = call.Account.Regions.Keys.Select(name => new AnsweredRegion(name, AwsRegions.OptIn.Contains(name, StringComparer.Ordinal) ? "opted-in" : "opt-in-not-required")).ToList();
        if (call.Input.Flag("AllRegions") is true)
        {
            all.AddRange(AwsRegions.OptIn.Where(name => !call.Account.IsEnabled(name)).Select(name => new AnsweredRegion(name, "not-opted-in")));
        }

        var named = Ec2Listing.ById(call, all, "RegionName", region => region.Name, name => new ApiException("InvalidParameterValue", $"Invalid region provided: {name}"));
        return new Structure
        {
            ["regionInfo"] = Ec2Listing.Filtered(call, named, Filters).Select(region => new Structure
            {
                ["optInStatus"] = region.OptInStatus,
                ["regionName"] = region.Name,
                ["regionEndpoint"] = region.Endpoint,
            }),
        };
    }
}
