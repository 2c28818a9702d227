namespace CisPosture.FilterPatterns;

/// <summary>Finds in what ways one pattern departs from another, for a person to read.</summary>
internal static class PatternDifferences
{
    // Pairs of shared conditions are compared; references have at most sixteen, and a hostile pattern must not make it quadratic.
    private const int MostShared = 64;

    public static IReadOnlyList<PatternDifference> Between(FilterPattern candidate, FilterPattern reference)
    {
        if (candidate.Equals(reference))
            return [];

        var actual = new ConditionPlaces(candidate.Root);
        var expected = new ConditionPlaces(reference.Root);
        var shared = expected.Conditions.Where(actual.Contains).Take(MostShared).ToArray();
        List<PatternDifference> differences = [.. Conditions(actual, expected, shared), .. Grouping(actual, expected, shared)];
        return differences.Count > 0 ? differences : [Grouping(candidate.ToString(), reference.ToString())];
    }

    private static IEnumerable<PatternDifference> Conditions(ConditionPlaces actual, ConditionPlaces expected, FilterCondition[] shared)
    {
        var additional = actual.Conditions.Where(condition => !expected.Contains(condition)).ToList();
        foreach (var missing in expected.Conditions.Where(condition => !actual.Contains(condition)))
        {
            var twin = additional.Find(condition => Similarity(condition, missing) is not null);
            if (twin is not null)
                additional.Remove(twin);

            yield return new PatternDifference
            {
                Kind = twin is null ? PatternDifferenceKind.MissingCondition : Similarity(twin, missing)!.Value,
                Expected = missing.ToString(),
                Actual = twin?.ToString(),
            };
        }

        foreach (var condition in additional)
            yield return Additional(condition, actual, shared);
    }

    private static PatternDifferenceKind? Similarity(FilterCondition actual, FilterCondition expected)
    {
        if (!string.Equals(actual.Selector, expected.Selector, StringComparison.Ordinal))
            return null;

        if (actual.Value == expected.Value)
            return PatternDifferenceKind.WrongOperator;

        return actual.Operator == expected.Operator && Bones(actual).Equals(Bones(expected), StringComparison.OrdinalIgnoreCase)
            ? PatternDifferenceKind.WrongValue
            : null;
    }

    private static string Bones(FilterCondition condition) => condition.Value!.Text.Replace("*", string.Empty);

    private static PatternDifference Additional(FilterCondition condition, ConditionPlaces actual, FilterCondition[] shared)
    {
        var joints = shared.Select(other => actual.Joint(condition, other)).ToArray();
        return new PatternDifference
        {
            Kind = PatternDifferenceKind.AdditionalCondition,
            Actual = condition.ToString(),
            JoinedBy = joints.Length == 0 ? null : FilterGroup.Sign(joints.Contains(GroupOperator.And) ? GroupOperator.And : GroupOperator.Or),
        };
    }

    private static IEnumerable<PatternDifference> Grouping(ConditionPlaces actual, ConditionPlaces expected, FilterCondition[] shared) =>
        shared.SelectMany((first, index) => shared.Skip(index + 1).Select(second => (First: first, Second: second)))
            .Where(pair => actual.Joint(pair.First, pair.Second) != expected.Joint(pair.First, pair.Second))
            .Take(1)
            .Select(pair => Grouping(Joined(actual, pair.First, pair.Second), Joined(expected, pair.First, pair.Second)));

    private static PatternDifference Grouping(string actual, string expected) =>
        new() { Kind = PatternDifferenceKind.DifferentGrouping, Expected = expected, Actual = actual };

    private static string Joined(ConditionPlaces places, FilterCondition first, FilterCondition second) =>
        $"{first} {FilterGroup.Sign(places.Joint(first, second))} {second}";
}
