namespace CisPosture.FilterPatterns;

/// <summary>
/// Brings a tree into the form in which two spellings of one pattern are the same: groups of one operator flattened into one, members
/// sorted, repeated members dropped.
/// </summary>
internal static class CanonicalForm
{
    public static FilterNode Of(FilterNode node) => node is FilterGroup group ? Group(group.Operator, group.Members) : node;

    private static FilterNode Group(GroupOperator @operator, IEnumerable<FilterNode> members)
    {
        var sorted = new SortedDictionary<string, FilterNode>(StringComparer.Ordinal);
        foreach (var member in members.Select(Of).SelectMany(member => Flatten(@operator, member)))
        {
            sorted[member.ToString()] = member;
        }

        return sorted.Count == 1 ? sorted.Values.First() : new FilterGroup(@operator, [.. sorted.Values]);
    }

    private static IEnumerable<FilterNode> Flatten(GroupOperator @operator, FilterNode member) =>
        member is FilterGroup group && group.Operator == @operator ? group.Members : [member];
}
