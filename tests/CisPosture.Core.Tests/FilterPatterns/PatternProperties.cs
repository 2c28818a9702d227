using CisPosture.FilterPatterns;
using CsCheck;

namespace CisPosture.Core.Tests.FilterPatterns;

public sealed class PatternProperties
{
    private static readonly Gen<int> Seed = Gen.Int;

    [Fact]
    public void Order_brackets_quotes_blanks_and_repetition_never_change_the_verdict() =>
        Gen.Select(PatternGenerators.AnyTree, Seed, Seed).Sample((tree, first, second) =>
        {
            var reference = FilterPattern.Parse(PatternSpelling.Of(tree, first));
            var comparison = FilterPatternComparer.Compare(PatternSpelling.Of(tree, second), reference, PatternMode.Equivalent);
            return comparison.IsMatch && comparison.Distance == 0;
        });

    [Fact]
    public void The_canonical_form_reads_as_the_pattern_that_it_was_made_from() =>
        Gen.Select(PatternGenerators.AnyTree, Seed).Sample((tree, seed) =>
        {
            var pattern = FilterPattern.Parse(PatternSpelling.Of(tree, seed));
            var again = FilterPattern.Parse(pattern.ToString());
            return again.Equals(pattern) && again.ToString() == pattern.ToString() && pattern.Equals(Pattern(tree));
        });

    [Fact]
    public void A_missing_event_always_changes_the_verdict() =>
        Gen.Select(PatternGenerators.DistinctEvents, Seed).Sample((events, seed) =>
        {
            var reference = Pattern(new FilterGroup(GroupOperator.Or, events));
            var candidate = PatternSpelling.Of(Joined(GroupOperator.Or, events[1..]), seed);
            return !Matches(candidate, reference, PatternMode.Equivalent) && !Matches(candidate, reference, PatternMode.AtLeast);
        });

    [Fact]
    public void Or_in_place_of_and_always_changes_the_verdict() =>
        Gen.Select(PatternGenerators.DistinctEvents, Seed).Sample((events, seed) =>
        {
            var any = new FilterGroup(GroupOperator.Or, events);
            var every = new FilterGroup(GroupOperator.And, events);
            return !Matches(PatternSpelling.Of(every, seed), Pattern(any), PatternMode.Equivalent)
                && !Matches(PatternSpelling.Of(any, seed), Pattern(every), PatternMode.Equivalent);
        });

    [Fact]
    public void Any_joint_swapped_in_a_tree_of_different_conditions_changes_the_verdict() =>
        Gen.Select(PatternGenerators.AnyTree.Where(tree => tree is FilterGroup && AreDistinct(tree)), Gen.Int[0, 999], Seed).Sample((tree, which, seed) =>
        {
            var groups = Groups(tree).ToArray();
            var swapped = Swap(tree, groups[which % groups.Length]);
            return !Matches(PatternSpelling.Of(swapped, seed), Pattern(tree), PatternMode.Equivalent);
        });

    [Fact]
    public void Patterns_called_equivalent_select_the_same_events() =>
        RelatedTrees.Sample(
            (left, right) =>
            {
                if (!Pattern(left).Equals(Pattern(right)))
                    return true;

                return Everywhere((@event, semantics) => EventEvaluator.Selects(left, @event, semantics) == EventEvaluator.Selects(right, @event, semantics));
            },
            iter: 1500);

    [Fact]
    public void A_pattern_called_at_least_another_selects_every_event_of_it()
    {
        var proved = 0;
        RelatedTrees.Sample(
            (stronger, weaker) =>
            {
                if (!Matches(Pattern(weaker).Text, Pattern(stronger), PatternMode.AtLeast))
                    return true;

                Interlocked.Increment(ref proved);
                return Everywhere((@event, semantics) => !EventEvaluator.Selects(stronger, @event, semantics) || EventEvaluator.Selects(weaker, @event, semantics));
            },
            iter: 700);

        Assert.True(proved > 100, $"Only {proved} pairs put the claim to the test; the generator makes too few related trees.");
    }

    [Fact]
    public void A_claim_about_two_conditions_holds_for_every_event()
    {
        var wrong = from stronger in PatternGenerators.SmallConditions
                    from weaker in PatternGenerators.SmallConditions
                    where ConditionImplication.Holds(stronger, weaker)
                    where !Everywhere((@event, semantics) => !EventEvaluator.Selects(stronger, @event, semantics) || EventEvaluator.Selects(weaker, @event, semantics))
                    select $"{stronger} does not imply {weaker}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void At_least_is_reflexive() =>
        Gen.Select(PatternGenerators.AnyTree, Seed).Sample((tree, seed) => Matches(PatternSpelling.Of(tree, seed), Pattern(tree), PatternMode.AtLeast));

    [Fact]
    public void At_least_is_transitive()
    {
        var chains = 0;
        Gen.Select(RelatedTrees, PatternGenerators.SmallTree, Seed).Sample(
            (pair, other, seed) =>
            {
                var (first, second, third) = (Pattern(pair.V0), Pattern(pair.V1), Pattern(Weaken(pair.V1, other, seed)));
                if (!Matches(second.Text, first, PatternMode.AtLeast) || !Matches(third.Text, second, PatternMode.AtLeast))
                    return true;

                Interlocked.Increment(ref chains);
                return Matches(third.Text, first, PatternMode.AtLeast);
            },
            iter: 2000);

        Assert.True(chains > 100, $"Only {chains} chains put the claim to the test.");
    }

    [Fact]
    public void At_least_is_transitive_for_single_conditions()
    {
        var implied = PatternGenerators.SmallConditions.ToDictionary(
            condition => condition,
            condition => PatternGenerators.SmallConditions.Where(other => ConditionImplication.Holds(condition, other)).ToHashSet());

        Assert.All(implied, claims => Assert.Contains(claims.Key, claims.Value));
        Assert.All(implied, claims => Assert.All(claims.Value, middle => Assert.Subset(claims.Value, implied[middle])));
        Assert.Contains(implied, claims => claims.Value.Count > 3);
    }

    [Fact]
    public void One_more_alternative_keeps_at_least_and_one_more_requirement_loses_it() =>
        Gen.Select(PatternGenerators.AnyTree, Seed).Sample((tree, seed) =>
        {
            var extra = new FilterCondition("$.nowhere-else", FilterOperator.Equal, FilterValue.Bare("Extra"));
            var wider = PatternSpelling.Of(new FilterGroup(GroupOperator.Or, [tree, extra]), seed);
            var narrower = PatternSpelling.Of(new FilterGroup(GroupOperator.And, [tree, extra]), seed);
            var reference = Pattern(tree);
            return FilterPatternComparer.Compare(wider, reference, PatternMode.AtLeast) is { IsMatch: true, Coverage: PatternCoverage.Wider }
                && FilterPatternComparer.Compare(narrower, reference, PatternMode.AtLeast) is { IsMatch: false, Coverage: PatternCoverage.Narrower }
                && !Matches(wider, reference, PatternMode.Equivalent)
                && !Matches(narrower, reference, PatternMode.Equivalent);
        });

    [Fact]
    public void Differences_are_none_for_the_same_meaning_and_some_for_any_other() =>
        RelatedTrees.Sample((left, right) =>
        {
            var comparison = FilterPatternComparer.Compare(Pattern(left), Pattern(right), PatternMode.Equivalent);
            return comparison.IsMatch == (comparison.Distance == 0)
                && comparison.Distance == comparison.Differences.Count
                && comparison.IsMatch == (comparison.Explanation.Length == 0);
        });

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.OneOf(
            Gen.String,
            Gen.String.Select(text => $"{{{text}}}"),
            Gen.String[Gen.Char["{}()[]$.ab01=!<>&|*\"\\% \nNOTEXISULRFA"], 0, 80],
            Gen.String[Gen.Char["{}()[]$.ab01=!<>&|*\"\\% \nNOTEXISULRFA"], 0, 80].Select(text => $"{{ $.a {text} }}"),
            Gen.OneOf("{", "}", "(", ")", "$.a", "$.b[0]", "=", "!=", "<", ">=", "&&", "||", "x", "\"x\"", "1", "%x%", "NOT", "EXISTS", "IS", "NULL", "TRUE", " ", "\n")
                .Array[0, 40].Select(parts => $"{{{string.Concat(parts)}}}"))
            .Sample(
                text =>
                {
                    var isRead = FilterPattern.TryParse(text, out var pattern, out var error);
                    var comparison = FilterPatternComparer.Compare(text, Pattern(new FilterCondition("$.a", FilterOperator.IsNull)), PatternMode.AtLeast);
                    return isRead ? pattern is not null && error is null : IsUsable(error!, text) && comparison.Error == error;
                },
                iter: 20_000);

    private static Gen<(FilterNode V0, FilterNode V1)> RelatedTrees { get; } =
        Gen.Select(PatternGenerators.SmallTree, PatternGenerators.SmallTree, Seed).Select((tree, other, seed) => (tree, Weaken(tree, other, seed)));

    private static bool IsUsable(FilterPatternError error, string text) =>
        error.Message.Length is > 0 and < 200 && error.Position >= 0 && error.Position <= text.Length;

    private static FilterPattern Pattern(FilterNode tree) => FilterPattern.Parse($"{{{tree}}}");

    private static bool Matches(string candidate, FilterPattern reference, PatternMode mode) => FilterPatternComparer.Compare(candidate, reference, mode).IsMatch;

    private static bool Everywhere(Func<IReadOnlyDictionary<string, object?>, EventSemantics, bool> holds) =>
        EventSemantics.All.All(semantics => EventSpace.All.All(@event => holds(@event, semantics)));

    private static FilterNode Joined(GroupOperator @operator, FilterNode[] members) => members.Length == 1 ? members[0] : new FilterGroup(@operator, members);

    private static IEnumerable<FilterGroup> Groups(FilterNode node) => node is FilterGroup group ? [group, .. group.Members.SelectMany(Groups)] : [];

    private static bool AreDistinct(FilterNode tree)
    {
        var conditions = tree.Conditions().ToArray();
        return conditions.Distinct().Count() == conditions.Length;
    }

    private static FilterNode Swap(FilterNode node, FilterGroup target)
    {
        if (node is not FilterGroup group)
            return node;

        var isTarget = ReferenceEquals(group, target);
        var @operator = (group.Operator == GroupOperator.And) == isTarget ? GroupOperator.Or : GroupOperator.And;
        return new FilterGroup(@operator, [.. group.Members.Select(member => Swap(member, target))]);
    }

    // Mostly weakens the tree in one place, sometimes answers with the other tree, so that related and unrelated pairs both come up.
    private static FilterNode Weaken(FilterNode tree, FilterNode other, int seed)
    {
        var random = new Random(seed);
        return random.Next(6) == 0 ? other : Weaken(tree, other, random);
    }

    private static FilterNode Weaken(FilterNode node, FilterNode other, Random random)
    {
        if (random.Next(3) == 0)
            return new FilterGroup(GroupOperator.Or, [node, other]);

        if (node is not FilterGroup group)
            return node is FilterCondition { Operator: FilterOperator.Equal, Value.Kind: FilterValueKind.Text } condition
                ? new FilterCondition(condition.Selector, FilterOperator.Equal, FilterValue.Quoted($"{condition.Value!.Text.TrimEnd('*')}*"))
                : other;

        var at = random.Next(group.Members.Count);
        var members = group.Members.Select((member, index) => index == at ? Weaken(member, other, random) : member);
        return group.Operator == GroupOperator.And && random.Next(3) == 0
            ? Joined(GroupOperator.And, [.. group.Members.Where((_, index) => index != at)])
            : new FilterGroup(group.Operator, [.. members]);
    }
}
