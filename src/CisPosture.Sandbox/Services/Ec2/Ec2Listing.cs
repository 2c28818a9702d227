using System.IO.Enumeration;
using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>What the Describe operations have in common: ids, filters with wildcards, and pages by NextToken.</summary>
internal static class Ec2Listing
{
    private static readonly PagingRules Rules = new("NextToken", "MaxResults", 1000, 5, 1000, () => new ApiException("InvalidNextToken", "The token is invalid."));

    private static readonly PagingRules SmallRules = Rules with { Default = 100, Least = 1, Most = 100 };

    public static Structure Answer<T>(ApiCall call, IEnumerable<T> items, string setName, Func<T, object> write) => Write(call.Page(items.ToArray(), Rules), setName, write);

    /// <summary>Prefix lists come in smaller pages.</summary>
    public static Structure SmallAnswer<T>(ApiCall call, IEnumerable<T> items, string setName, Func<T, object> write) => Write(call.Page(items.ToArray(), SmallRules), setName, write);

    /// <summary>The items with the ids asked for, all of which must exist; all items where none is asked for.</summary>
    public static IEnumerable<T> ById<T>(ApiCall call, IEnumerable<T> items, string parameter, Func<T, string> id, Func<string, ApiException> notFound)
    {
        var asked = call.Input.Texts(parameter);
        if (asked.Count == 0) return items;
        var known = items.ToLookup(id, StringComparer.Ordinal);
        if (asked.FirstOrDefault(one => !known.Contains(one)) is { } missing) throw notFound(missing);
        return asked.Distinct(StringComparer.Ordinal).SelectMany(one => known[one]);
    }

    /// <summary>The items that every filter of the request lets through; a filter that the operation does not know is refused.</summary>
    /// <param name="call">The request.</param>
    /// <param name="items">The items.</param>
    /// <param name="known">What each filter looks at.</param>
    /// <param name="tags">The tags of an item, where it can have some.</param>
    public static IEnumerable<T> Filtered<T>(ApiCall call, IEnumerable<T> items, IReadOnlyDictionary<string, Func<T, IEnumerable<string?>>> known, Func<T, IReadOnlyDictionary<string, string>>? tags = null) =>
        call.Input.Structures("Filter").Aggregate(items, (left, filter) => left.Where(Accepts(filter, known, tags)));

    private static Structure Write<T>(Page<T> page, string setName, Func<T, object> write) => new()
    {
        [setName] = page.Items.Select(write),
        ["nextToken"] = page.NextToken,
    };

    private static Func<T, bool> Accepts<T>(ApiInput filter, IReadOnlyDictionary<string, Func<T, IEnumerable<string?>>> known, Func<T, IReadOnlyDictionary<string, string>>? tags)
    {
        var name = filter.Required("Name");
        var read = known.GetValueOrDefault(name) ?? (tags is null ? null : TagFilter(name, tags)) ?? throw new ApiException("InvalidParameterValue", $"The filter '{name}' is invalid");
        var patterns = filter.Texts("Value");
        return item => read(item).Any(value => value is not null && patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false)));
    }

    private static Func<T, IEnumerable<string?>>? TagFilter<T>(string name, Func<T, IReadOnlyDictionary<string, string>> tags)
    {
        const string tag = "tag:";
        if (name == "tag-key") return item => tags(item).Keys;
        return name.StartsWith(tag, StringComparison.Ordinal) ? item => [tags(item).GetValueOrDefault(name[tag.Length..])] : null;
    }
}
