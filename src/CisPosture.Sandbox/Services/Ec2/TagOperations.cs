using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

internal static class TagOperations
{
    private static readonly Dictionary<string, Func<(TaggedResource Resource, string Key, string Value), IEnumerable<string?>>> Filters = new(StringComparer.Ordinal)
    {
        ["resource-id"] = tag => [tag.Resource.Id],
        ["resource-type"] = tag => [tag.Resource.Type],
        ["key"] = tag => [tag.Key],
        ["value"] = tag => [tag.Value],
    };

    public static ApiResult DescribeTags(ApiCall call)
    {
        var tags = TaggedResource.All(call.RegionState.Ec2).SelectMany(resource => resource.Tags, (resource, tag) => (Resource: resource, tag.Key, tag.Value));
        var chosen = Ec2Listing.Filtered(call, tags, Filters, tag => new Dictionary<string, string>(StringComparer.Ordinal) { [tag.Key] = tag.Value });
        return Ec2Listing.Answer(call, chosen, "tagSet", tag => new Structure
        {
            ["key"] = tag.Key,
            ["resourceId"] = tag.Resource.Id,
            ["resourceType"] = tag.Resource.Type,
            ["value"] = tag.Value,
        });
    }

    public static ApiResult CreateTags(ApiCall call)
    {
        var resources = Named(call);
        var tags = Ec2Tags.Read(call.Input).ToArray();
        if (tags.Length == 0) throw call.Errors.Missing("Tag");
        foreach (var resource in resources) Ec2Tags.Merge(new(resource.Tags, StringComparer.Ordinal), tags);
        foreach (var resource in resources) Ec2Tags.Merge(resource.Tags, tags);
        return new Structure { ["return"] = true };
    }

    /// <summary>A tag that is given with a value goes only where it has that value; where no tag is given, all go.</summary>
    public static ApiResult DeleteTags(ApiCall call)
    {
        var resources = Named(call);
        var tags = call.Input.Structures("Tag").Select(tag => (Key: tag.Required("Key"), Value: tag.Text("Value"))).ToArray();
        foreach (var resource in resources)
        {
            if (tags.Length == 0) resource.Tags.Clear();
            foreach (var (key, value) in tags.Where(tag => tag.Value is null || resource.Tags.GetValueOrDefault(tag.Key) == tag.Value)) resource.Tags.Remove(key);
        }

        return new Structure { ["return"] = true };
    }

    private static TaggedResource[] Named(ApiCall call)
    {
        var ids = call.Input.Texts("ResourceId");
        if (ids.Count == 0) throw call.Errors.Missing("ResourceId");
        var known = TaggedResource.All(call.RegionState.Ec2).ToDictionary(resource => resource.Id, StringComparer.Ordinal);
        return [.. ids.Select(id => known.GetValueOrDefault(id) ?? throw NoSuchResource(id))];
    }

    private static ApiException NoSuchResource(string id) => id.Split('-')[0] switch
    {
        "vpc" => new("InvalidVpcID.NotFound", $"The vpc ID '{id}' does not exist"),
        "sg" => new("InvalidGroup.NotFound", $"The security group '{id}' does not exist"),
        "sgr" => new("InvalidSecurityGroupRuleId.NotFound", $"The security group rule ID '{id}' does not exist"),
        "fl" => new("InvalidFlowLogId.NotFound", $"The flow log ID '{id}' does not exist"),
        _ => new("InvalidID", $"The ID '{id}' is not valid"),
    };
}
