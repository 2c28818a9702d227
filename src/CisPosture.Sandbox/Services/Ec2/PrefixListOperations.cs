using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

internal static class PrefixListOperations
{
    private static readonly Dictionary<string, Func<PrefixList, IEnumerable<string?>>> Filters = new(StringComparer.Ordinal)
    {
        ["owner-id"] = list => [list.OwnerId],
        ["prefix-list-id"] = list => [list.PrefixListId],
        ["prefix-list-name"] = list => [list.Name],
    };

    public static ApiResult DescribeManagedPrefixLists(ApiCall call)
    {
        var lists = Ec2Listing.ById(call, call.RegionState.Ec2.PrefixLists, "PrefixListId", list => list.PrefixListId, NoSuchList);
        return Ec2Listing.SmallAnswer(call, Ec2Listing.Filtered(call, lists, Filters), "prefixListSet", list => new Structure
        {
            ["prefixListId"] = list.PrefixListId,
            ["addressFamily"] = list.AddressFamily,
            ["state"] = "create-complete",
            ["prefixListArn"] = call.Account.Arn("ec2", call.Region, $"prefix-list/{list.PrefixListId}"),
            ["prefixListName"] = list.Name,
            ["maxEntries"] = list.MaxEntries,
            ["version"] = 1L,
            ["tagSet"] = Array.Empty<object>(),
            ["ownerId"] = list.OwnerId,
        });
    }

    public static ApiResult GetManagedPrefixListEntries(ApiCall call)
    {
        var id = call.Input.Required("PrefixListId");
        var list = call.RegionState.Ec2.PrefixLists.Find(list => list.PrefixListId == id) ?? throw NoSuchList(id);
        return Ec2Listing.SmallAnswer(call, list.Entries, "entrySet", cidr => new Structure { ["cidr"] = cidr });
    }

    public static ApiException NoSuchList(string id) => new("InvalidPrefixListID.NotFound", $"The prefix list ID '{id}' does not exist");
}
