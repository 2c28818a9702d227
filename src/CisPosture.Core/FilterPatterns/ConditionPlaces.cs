namespace CisPosture.FilterPatterns;

/// <summary>The conditions of a tree, each with the groups around it.</summary>
internal sealed class ConditionPlaces
{
    private readonly Dictionary<FilterCondition, FilterGroup[]> _groups = [];

    public ConditionPlaces(FilterNode root)
    {
        Place(root, []);
        Conditions = [.. _groups.Keys.OrderBy(condition => condition.ToString(), StringComparer.Ordinal)];
    }

    public IReadOnlyList<FilterCondition> Conditions { get; }

    public bool Contains(FilterCondition condition) => _groups.ContainsKey(condition);

    /// <summary>The operator of the innermost group around both of two different conditions.</summary>
    public GroupOperator Joint(FilterCondition first, FilterCondition second) =>
        _groups[first].Zip(_groups[second], (left, right) => (Left: left, Right: right))
            .Last(pair => ReferenceEquals(pair.Left, pair.Right))
            .Left.Operator;

    // A condition that stands in several places is taken where it stands first.
    private void Place(FilterNode node, FilterGroup[] around)
    {
        if (node is FilterGroup group)
        {
            foreach (var member in group.Members)
                Place(member, [.. around, group]);
        }
        else if (node is FilterCondition condition && !_groups.ContainsKey(condition))
        {
            _groups.Add(condition, around);
        }
    }
}
