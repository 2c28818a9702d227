using CisPosture.Findings;

namespace CisPosture.Core.Tests.Findings;

public sealed class FindingLifecycleTests
{
    public static TheoryData<FindingStatus> Faults => [FindingStatus.Failed, FindingStatus.Warning];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_new_once_resolved_once_and_then_reopened(FindingStatus fault) => Assert.Equal(
        ["New", "Unchanged", "Resolved", "Unchanged", "Reopened", "Unchanged", "Resolved"],
        Steps(fault, fault, FindingStatus.Passed, FindingStatus.Passed, fault, fault, null));

    [Fact]
    public void What_is_gone_is_resolved_as_what_passes() => Assert.Equal(
        ["New", "Resolved", "Reopened", "Resolved", "Unchanged"],
        Steps(FindingStatus.Failed, null, FindingStatus.Failed, null, FindingStatus.Passed));

    [Fact]
    public void Missing_evidence_neither_resolves_nor_reopens() => Assert.Equal(
        ["New", "Changed", "Unchanged", "Changed", "Resolved", "Changed", "Unchanged", "Reopened"],
        Steps(
            FindingStatus.Failed, FindingStatus.NotAvailable, FindingStatus.NotAvailable, FindingStatus.Failed, FindingStatus.Passed, FindingStatus.NotAvailable, FindingStatus.NotAvailable, FindingStatus.Warning));

    [Fact]
    public void A_blind_spot_is_new_and_resolved_once_it_is_seen_into() => Assert.Equal(
        ["New", "Unchanged", "Resolved", "New", "New"],
        Steps(FindingStatus.NotAvailable, FindingStatus.NotAvailable, FindingStatus.Passed, FindingStatus.NotAvailable, FindingStatus.Failed));

    [Fact]
    public void What_passes_all_the_time_never_changes() => Assert.Equal(
        ["Unchanged", "Unchanged", "Unchanged", "Unchanged", "New"],
        Steps(FindingStatus.Passed, FindingStatus.Passed, null, FindingStatus.Passed, FindingStatus.Failed));

    [Fact]
    public void A_fault_of_another_kind_is_a_change() => Assert.Equal(["New", "Changed", "Changed"], Steps(FindingStatus.Failed, FindingStatus.Warning, FindingStatus.Failed));

    // Null is a scan that would have the finding and has not.
    private static List<string> Steps(params FindingStatus?[] statuses)
    {
        var state = FindingState.Unknown;
        FindingStatus? before = null;
        var steps = new List<string>();
        foreach (var status in statuses)
        {
            var (next, kind) = status is { } now ? FindingLifecycle.Next(state, before, now) : FindingLifecycle.Leave(state);
            (state, before) = (next, status);
            steps.Add(kind.ToString());
        }

        return steps;
    }
}
