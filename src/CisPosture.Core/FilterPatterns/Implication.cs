namespace CisPosture.FilterPatterns;

/// <summary>
/// Proves that every event that satisfies one tree satisfies another. The trees have no negation, so the proof is exact up to what
/// <see cref="ConditionImplication"/> knows of two conditions: the stronger tree is spread into alternatives of joined conditions, and
/// the weaker must follow from each; where those are too many, the weaker is spread into requirements instead, each of which must follow
/// from the stronger. Where both are too many nothing is proved, and the answer is no.
/// </summary>
internal static class Implication
{
    private const int MostTerms = 1024;

    public static bool Holds(FilterNode stronger, FilterNode weaker)
    {
        if (CountTerms(stronger, GroupOperator.Or) <= MostTerms)
            return EveryAlternativeLeadsTo(stronger, weaker);

        return CountTerms(weaker, GroupOperator.And) <= MostTerms && LeadsToEveryRequirement(stronger, weaker);
    }

    private static bool EveryAlternativeLeadsTo(FilterNode stronger, FilterNode weaker)
    {
        var consequences = Related(stronger, weaker, ConditionImplication.Holds);
        return Terms(stronger, GroupOperator.Or).All(alternative =>
        {
            var certain = Union(alternative, consequences);
            return IsTrue(weaker, certain.Contains);
        });
    }

    private static bool LeadsToEveryRequirement(FilterNode stronger, FilterNode weaker)
    {
        var causes = Related(weaker, stronger, (wanted, given) => ConditionImplication.Holds(given, wanted));
        return Terms(weaker, GroupOperator.And).All(requirement =>
        {
            var sufficient = Union(requirement, causes);
            return !IsTrue(stronger, condition => !sufficient.Contains(condition));
        });
    }

    private static Dictionary<FilterCondition, FilterCondition[]> Related(
        FilterNode from,
        FilterNode to,
        Func<FilterCondition, FilterCondition, bool> isRelated)
    {
        var targets = to.Conditions().Distinct().ToArray();
        return from.Conditions().Distinct().ToDictionary(source => source, source => Array.FindAll(targets, target => isRelated(source, target)));
    }

    private static HashSet<FilterCondition> Union(IEnumerable<FilterCondition> sources, Dictionary<FilterCondition, FilterCondition[]> related) =>
        [.. sources.SelectMany(source => related[source])];

    private static bool IsTrue(FilterNode node, Func<FilterCondition, bool> isTrue) => node switch
    {
        FilterCondition condition => isTrue(condition),
        FilterGroup { Operator: GroupOperator.And } group => group.Members.All(member => IsTrue(member, isTrue)),
        FilterGroup group => group.Members.Any(member => IsTrue(member, isTrue)),
        _ => throw new InvalidOperationException($"{node.GetType()} is neither a condition nor a group."),
    };

    // With Or as the outer operator, the alternatives; with And, the requirements.
    private static IEnumerable<IReadOnlyList<FilterCondition>> Terms(FilterNode node, GroupOperator outer)
    {
        if (node is not FilterGroup group)
            return [[(FilterCondition)node]];

        var members = group.Members.Select(member => Terms(member, outer));
        return group.Operator == outer ? members.SelectMany(terms => terms) : members.Aggregate(Combinations);
    }

    private static IEnumerable<IReadOnlyList<FilterCondition>> Combinations(
        IEnumerable<IReadOnlyList<FilterCondition>> left,
        IEnumerable<IReadOnlyList<FilterCondition>> right)
    {
        var rights = right.ToArray();
        return left.SelectMany(first => rights.Select(second => (IReadOnlyList<FilterCondition>)[.. first, .. second])).ToArray();
    }

    private static int CountTerms(FilterNode node, GroupOperator outer)
    {
        if (node is not FilterGroup group)
            return 1;

        var counts = group.Members.Select(member => CountTerms(member, outer));
        return group.Operator == outer
            ? counts.Aggregate(0, (sum, count) => Math.Min(MostTerms + 1, sum + count))
            : counts.Aggregate(1, (product, count) => Math.Min(MostTerms + 1, product * count));
    }
}
